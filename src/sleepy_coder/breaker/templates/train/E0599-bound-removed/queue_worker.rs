//~ family: E0599-bound-removed
use std::collections::BinaryHeap;
use std::fmt::Display;

trait Task {
    const COST: u32;

    fn run(self) -> Result<u32, String>;
    fn label(&self) -> &str;
}

struct Print<D>(D);

impl<D: Display> Task for Print<D> {
    const COST: u32 = 3;

    fn run(self) -> Result<u32, String> {
        let text = self.0.to_string();
        u32::try_from(text.len()).map_err(|problem| problem.to_string())
    }

    fn label(&self) -> &str {
        "print"
    }
}

fn drain<T>(tasks: Vec<T>) -> Result<Vec<u32>, String>
where
    T: Task,
{
    let mut results = Vec::with_capacity(tasks.len());
    for task in tasks {
        let name = task.label().to_owned();
        results.push(task.run().map_err(|problem| name + &problem)?);
    }
    Ok(results)
}

fn top<T: Ord + Clone>(items: &[T]) -> Option<T> {
    let heap: BinaryHeap<&T> = items.iter().collect();
    heap.into_iter().max().map(|item| item.clone())
}

fn same<A: PartialEq + Copy, I: IntoIterator<Item = A>>(items: I, first: A) -> bool {
    items.into_iter().all(|item| item.eq(&first))
}

fn main() {
    println!("{:?} {}", drain(vec![Print(12.5), Print(3.0)]), Print::<u8>::COST);
    println!("{:?} {}", top(&["fir", "oak"]), same([4, 4], 4));
}
