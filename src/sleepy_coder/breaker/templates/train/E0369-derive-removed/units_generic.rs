//~ family: E0369-derive-removed
//~ vary u32: u32 | u64 | i32
use std::fmt::Debug;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Priority {
    Low,
    High,
}

#[derive(Debug, Clone, PartialEq)]
struct Tagged<T, U = ()> {
    inner: T,
    tag: U,
}

#[derive(Debug, PartialEq, PartialOrd, Clone, Copy)]
struct Celsius(f64);

#[derive(Debug, PartialEq, Eq)]
struct Unit;

trait Check {
    fn holds(&self) -> bool;
}

impl<T: PartialEq + Clone> Check for Tagged<T, Priority> {
    fn holds(&self) -> bool {
        let copy = Tagged { inner: self.inner.clone(), tag: self.tag };
        copy == *self
    }
}

fn alarm(readings: &[Celsius], limit: Celsius) -> Option<usize> {
    readings.iter().position(|reading| *reading >= limit)
}

fn urgent(jobs: &[(Priority, u32)]) -> u32 {
    let mut total = 0;
    for &(priority, minutes) in jobs {
        if priority > Priority::Low {
            total += minutes;
        }
    }
    total
}

fn same<T: Debug>(make: impl Fn() -> T, equal: impl Fn(&T, &T) -> bool) -> String {
    let (a, b) = (make(), make());
    format!("{a:?} {}", equal(&a, &b))
}

fn main() {
    println!("{:?}", alarm(&[Celsius(18.5), Celsius(31.0)], Celsius(30.0)));
    println!("{}", urgent(&[(Priority::High, 20), (Priority::Low, 45)]));
    println!("{}", Tagged { inner: [1, 2], tag: Priority::Low }.holds());
    println!("{}", same(|| Unit, |left, right| left == right));
}
