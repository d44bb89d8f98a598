//~ family: E0432-import-typo
//~ vary i64: i64 | u64 | i32
use std::cmp::Reverse as Earliest;
use std::collections::BinaryHeap;
use std::cell::RefCell as Ledger;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    due: i64,
    label: String,
}

fn drain(heap: &mut BinaryHeap<Earliest<Task>>, until: i64, journal: &Ledger<Vec<String>>) -> usize {
    let mut handled = 0;
    while let Some(Earliest(task)) = heap.pop() {
        if task.due > until {
            heap.push(Earliest(task));
            break;
        }
        journal.borrow_mut().push(format!("{} at {}", task.label, task.due));
        handled += 1;
    }
    handled
}

fn main() {
    let journal = Ledger::new(Vec::new());
    let mut heap = BinaryHeap::new();
    for (label, due) in [("water plants", 14), ("send invoice", 9), ("renew lease", 60)] {
        heap.push(Earliest(Task { due, label: label.to_string() }));
    }
    let handled = drain(&mut heap, 20, &journal);
    println!("{handled} handled, {} open: {:?}", heap.len(), journal.borrow());
}
