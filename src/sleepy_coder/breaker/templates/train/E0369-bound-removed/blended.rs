//~ family: E0369-bound-removed
use std::ops::{Add, BitAnd, BitOr, Div, Mul, Shl};

trait Blend {
    type Part;
    fn blend(self, other: Self) -> Self::Part;
}

struct Mean<T>(T);
struct Bits<T> {
    raw: T,
}

impl<T, U> Blend for Mean<T>
where
    T: Add<Output = U>,
    U: Div<u8, Output = T>,
{
    type Part = T;

    fn blend(self, other: Self) -> T {
        let sum = self.0 + other.0;
        sum / 2
    }
}

impl<T: BitOr<Output = T> + Shl<u32, Output = T>> Blend for Bits<T> {
    type Part = Option<T>;

    fn blend(self, other: Bits<T>) -> Option<T> {
        let high = other.raw << 4;
        Some(self.raw | high)
    }
}

fn dot<const N: usize, T: Copy + Mul<Output = T>>(a: [T; N], b: [T; N]) -> [T; N] {
    std::array::from_fn(|at| a[at] * b[at])
}

fn has<F: Copy + PartialEq + BitAnd<Output = F>>(set: F) -> impl Fn(F) -> bool {
    move |flag| set & flag == flag
}

fn main() {
    println!("{} {:?}", Mean(4u8).blend(Mean(9)), Bits { raw: 3u16 }.blend(Bits { raw: 1 }));
    println!("{:?} {}", dot([1.5, 2.0], [2.0, 4.0]), has(6)(2));
}
