//~ family: E0255-import-clash
pub mod bits {
    pub const WIDTH: u32 = 8;
    pub const MASKS: [u8; 3] = [1, 2, 4];

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Edge {
        Low,
        High,
    }

    pub fn is_set(value: u8, mask: u8) -> bool {
        value & mask != 0
    }

    pub fn rotate(value: u8, by: u32) -> u8 {
        value.rotate_left(by % WIDTH)
    }

    pub fn edge(value: u8) -> Option<Edge> {
        if is_set(value, 1) {
            Some(Edge::Low)
        } else {
            is_set(value, 128).then_some(Edge::High)
        }
    }
}

mod report {
    use super::bits::{is_set, MASKS};

    pub fn flags(value: u8) -> String {
        MASKS.iter().map(|mask| if is_set(value, *mask) { '1' } else { '0' }).collect()
    }

    pub trait Flags {
        fn flags(&self) -> String;
    }

    impl Flags for u8 {
        fn flags(&self) -> String {
            flags(*self)
        }
    }
}

use bits::{edge, WIDTH};
use report::Flags;

fn spin(value: u8) -> Vec<u8> {
    use bits::rotate;

    (0..WIDTH).step_by(4).map(|by| rotate(value, by)).collect()
}

fn main() {
    println!("{:?} {:?} {}", spin(0b1010_0001), edge(0x80), 5u8.flags());
}
