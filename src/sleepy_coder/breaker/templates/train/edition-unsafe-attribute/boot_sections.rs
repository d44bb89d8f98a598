//~ family: edition-unsafe-attribute
//~ edition: 2024
use std::sync::Once;

#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
pub enum Stage {
    Cold,
    Warm,
}

pub struct Vector {
    pub handler: fn(Stage) -> usize,
    pub priority: u8,
}

#[used]
#[unsafe(link_section = ".boot_vectors")]
static VECTORS: [Vector; 2] = [
    Vector {
        handler: on_reset,
        priority: 1,
    },
    Vector {
        handler: |stage| stage as usize,
        priority: 9,
    },
];

#[unsafe(link_section = ".data.boot_magic")]
pub static BOOT_MAGIC: [u8; 2] = [0x42, 0x54];

#[cold]
#[unsafe(link_section = ".text.boot_reset")]
fn on_reset(stage: Stage) -> usize {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| println!("first reset"));
    if stage == Stage::Warm { BOOT_MAGIC.len() } else { 0 }
}

#[allow(improper_ctypes_definitions)]
mod late {
    use super::{Stage, VECTORS};

    #[unsafe(no_mangle)]
    pub(super) extern "C" fn run_boot_vectors(stage: Stage) -> Vec<usize> {
        let mut order: Vec<_> = VECTORS.iter().collect();
        order.sort_by_key(|vector| std::cmp::Reverse(vector.priority));
        order.into_iter().map(|vector| (vector.handler)(stage)).collect()
    }
}

fn main() {
    for stage in [Stage::Cold, Stage::Warm] {
        println!("{stage:?} {:?}", late::run_boot_vectors(stage));
    }
}
