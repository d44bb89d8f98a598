//~ family: E0015-const-removed
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Clone, Copy)]
enum Size {
    Small,
    Large(u8),
}

const fn bytes(size: &Size) -> usize {
    match size {
        Size::Small => 2,
        Size::Large(shift) => 1 << *shift,
    }
}

const unsafe fn first(bytes: *const u8) -> u8 {
    *bytes
}

pub(crate) const fn counter(start: u32) -> AtomicU32 {
    AtomicU32::new(start)
}

static COUNTER: AtomicU32 = counter(5);

fn checksum(text: &str) -> u32 {
    const LENGTH: usize = bytes(&Size::Large(3));
    const MARK: u8 = unsafe { first(b"#".as_ptr()) };
    let mut buffer = [MARK; LENGTH];
    for (slot, byte) in buffer.iter_mut().zip(text.bytes()) {
        *slot = byte;
    }
    COUNTER.fetch_add(1, Ordering::Relaxed);
    buffer.iter().map(|byte| u32::from(*byte)).sum()
}

fn main() {
    println!("{} {}", checksum("ab"), checksum("a long one"));
    println!("{} {}", COUNTER.load(Ordering::Relaxed), bytes(&Size::Small));
}
