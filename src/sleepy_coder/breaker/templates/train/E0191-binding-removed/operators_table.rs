//~ family: E0191-binding-removed
use std::collections::BTreeMap;
use std::ops::{Add, Deref};

#[derive(Clone, Copy)]
struct Step(i32);

impl Add<i32> for Step {
    type Output = i32;
    fn add(self, start: i32) -> i32 {
        start + self.0
    }
}

fn read(values: &dyn Deref<Target = [i32]>) -> i32 {
    values.iter().map(|value| Step(1) + *value).sum()
}

fn table<'a>(rows: &'a [(char, i32)]) -> BTreeMap<char, Box<dyn DoubleEndedIterator<Item = i32> + 'a>> {
    let mut table: BTreeMap<char, Box<dyn DoubleEndedIterator<Item = i32> + 'a>> = BTreeMap::new();
    for (mark, count) in rows {
        table.insert(*mark, Box::new((0..*count).map(|value| value * value)));
    }
    table
}

fn main() {
    println!("{}", read(&vec![4, 8]));
    for (mark, values) in table(&[('x', 3), ('y', 5)]) {
        println!("{mark} {:?}", values.rev().next());
    }
}
