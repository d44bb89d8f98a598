//~ family: E0369-bound-removed
use std::ops::{Add, Div, Rem, Sub};

struct Stride<T> {
    at: T,
    end: T,
    step: T,
}

impl<T> Iterator for Stride<T>
where
    T: Copy + PartialOrd + Add<Output = T>,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.at >= self.end {
            return None;
        }
        let now = self.at;
        self.at = now + self.step;
        Some(now)
    }
}

fn is_multiple<T: Default + PartialEq + Rem<Output = T>>(value: T, of: T) -> bool {
    value % of == T::default()
}

fn bounds<A, B>(low: A, high: A, parts: B) -> Option<A>
where
    A: Sub<Output = A> + Div<B, Output = A>,
{
    let width = high - low;
    Some(width / parts)
}

fn main() {
    let even: Vec<u8> = Stride { at: 3, end: 20, step: 4 }.filter(|n| is_multiple(*n, 2)).collect();
    println!("{even:?} {:?}", bounds(1.5, 9.0, 2.5));
}
