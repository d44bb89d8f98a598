//~ family: E0369-bound-removed
use std::ops::*;

#[derive(Clone, Copy)]
struct S<T>(T);

impl<T: BitXor<Output = T>> S<T> {
    fn flip(self, b: S<T>) -> Self {
        S(self.0 ^ b.0)
    }
}

impl<T: Shr<u8, Output = T>> S<T> {
    fn half(self) -> T {
        self.0 >> 1
    }
}

fn main() {
    println!("{}", S(6u8).flip(S(3)).half());
}
