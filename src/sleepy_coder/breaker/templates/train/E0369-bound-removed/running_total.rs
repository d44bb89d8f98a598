//~ family: E0369-bound-removed
use std::fmt::Display;
use std::ops::{Add, Div, Rem};

struct Meter<T> {
    total: T,
    unit: &'static str,
}

impl<T> Meter<T>
where
    T: Copy + Display + Add<Output = T>,
{
    fn add(&mut self, amount: T) -> String {
        self.total = self.total + amount;
        format!("{}{}", self.total, self.unit)
    }
}

fn split<T>(amount: T, parts: T) -> (T, T)
where
    T: Div<Output = T> + Rem<Output = T> + Copy,
{
    let share = amount / parts;
    (share, amount % parts)
}

fn main() {
    let mut meter = Meter { total: 10, unit: "kWh" };
    println!("{} {}", meter.add(7), meter.add(5));
    println!("{:?}", split(meter.total, 4));
}
