//~ family: E0201-method-twice
use std::error::Error;
use std::fmt::{self, Display};
use std::hash::Hasher;

struct Countdown {
    from: u32,
    to: u32,
}

impl Iterator for Countdown {
    type Item = u32;

    fn next(&mut self) -> Option<Self::Item> {
        self.from = self.from.checked_sub(1)?;
        (self.from >= self.to).then_some(self.from)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.from as usize))
    }
}

#[derive(Debug)]
struct Wrapped {
    inner: fmt::Error,
}

impl Display for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("wrapped")
    }
}

impl Error for Wrapped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.inner)
    }
}

#[derive(Default, Clone)]
struct Fold(u64);

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0.rotate_left(5)
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum * 31 + u64::from(*byte));
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.0 ^= u64::from(byte);
    }
}

mod shapes {
    pub trait Area {
        const SIDES: u32;
        fn area(self) -> f32;
        fn scaled(self, by: f32) -> Self;
    }

    impl Area for [f32; 2] {
        const SIDES: u32 = 4;
        fn area(self) -> f32 {
            self[0] * self[1]
        }
        fn scaled(self, by: f32) -> Self {
            self.map(|side| side * by)
        }
    }
}

use shapes::Area;

fn main() {
    let mut fold = Fold::default();
    fold.write(b"abc");
    fold.write_u8(7);
    println!(
        "{} {:?}",
        fold.finish(),
        (Countdown { from: 5, to: 2 }).collect::<Vec<_>>()
    );
    let error = Wrapped { inner: fmt::Error };
    println!(
        "{error} {:?} {}",
        error.source().map(ToString::to_string),
        [2.0, 1.5].scaled(2.0).area()
    );
    println!("{}", <[f32; 2]>::SIDES);
}
