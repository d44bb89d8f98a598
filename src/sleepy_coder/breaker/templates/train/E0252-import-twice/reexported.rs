//~ family: E0252-import-twice
pub mod colour {
    mod model {
        #[derive(Debug, Clone, Copy)]
        pub struct Rgb(pub u8, pub u8, pub u8);

        pub const BLACK: Rgb = Rgb(0, 0, 0);

        pub static NAMES: [&str; 2] = ["ink", "coal"];

        pub type Pair = (Rgb, Rgb);
    }

    mod mixing {
        use super::model::{Pair, Rgb};
        use std::ops::Range;

        pub fn mix((left, right): Pair, steps: Range<u8>) -> impl Iterator<Item = Rgb> {
            steps.map(move |step| Rgb(left.0 / 2 + step, right.1 / 2, left.2.max(right.2)))
        }
    }

    pub use self::mixing::mix;
    pub use self::model::{BLACK, NAMES, Rgb};
}

use colour::{BLACK, NAMES, Rgb as Tone};

macro_rules! tone {
    ($red:expr) => {
        Tone($red, 128, 40)
    };
}

fn main() {
    let mixed: Vec<Tone> = colour::mix((BLACK, tone!(200)), 1..3).collect();
    println!("{mixed:?} {}", NAMES.join("/"));
}
