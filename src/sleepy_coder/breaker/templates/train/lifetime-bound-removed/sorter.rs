//~ family: lifetime-bound-removed
//~ vary u32: u32 | i64
use std::cmp::Ordering;

struct Column {
    width: u32,
    label: String,
}

type Rank<'r> = Box<dyn Fn(&Column, &Column) -> Ordering + 'r>;

fn by_label<'r>(first: &'r str) -> Rank<'r> {
    Box::new(move |left, right| (right.label == first).cmp(&(left.label == first)))
}

fn wider_than(columns: &[Column]) -> Box<dyn Fn(u32) -> usize + '_> {
    Box::new(|width| columns.iter().filter(|column| column.width > width).count())
}

fn main() {
    let mut columns = vec![
        Column { width: 12, label: String::from("age") },
        Column { width: 30, label: String::from("name") },
    ];
    columns.sort_by(by_label("name"));
    println!("{}", columns[0].label);
    println!("{} {}", wider_than(&columns)(20), wider_than(&columns)(5));
}
