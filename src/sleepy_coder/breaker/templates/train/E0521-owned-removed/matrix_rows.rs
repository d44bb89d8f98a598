//~ family: E0521-owned-removed
//~ vary i64: i64 | i32 | u64
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, atomic::AtomicBool, atomic::Ordering};
use std::thread::{JoinHandle, spawn};

type Table = BTreeMap<u8, Vec<i64>>;

fn row_sum(table: &Table, row: u8) -> JoinHandle<Option<i64>> {
    let table = table.clone();
    spawn(move || Some(table.get(&row)?.iter().sum()))
}

fn halt(flag: &Arc<AtomicBool>) -> bool {
    let flag = Arc::clone(flag);
    match spawn(move || flag.swap(true, Ordering::SeqCst)).join() {
        Ok(before) => before,
        Err(_) => false,
    }
}

fn add_all<T, const N: usize>(shared: &Arc<Mutex<Vec<T>>>, items: [T; N]) -> usize
where
    T: Send + 'static,
{
    let target = shared.clone();
    let worker = spawn(move || {
        let mut list = target.lock().unwrap();
        for item in items {
            list.push(item);
        }
        list.len()
    });
    worker.join().unwrap_or_default()
}

fn main() {
    let table = Rc::new(Table::from([(1, vec![4 as i64, 6 as i64]), (2, vec![])]));
    let sums: Vec<_> = (1..4)
        .map(|row| row_sum(&table, row))
        .filter_map(|sum| sum.join().ok())
        .collect();
    let flag = Arc::new(AtomicBool::new(false));
    let shared = Arc::default();
    println!("{sums:?} {} {} {}", halt(&flag), halt(&flag), add_all(&shared, ['x', 'y']));
}
