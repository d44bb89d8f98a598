//~ family: E0432-import-typo
mod prelude {
    pub use std::collections::VecDeque as Queue;
    pub use std::fmt::Write as _;
    pub use std::sync::atomic::{AtomicUsize, Ordering};

    pub mod limits {
        pub const DEPTH: usize = 3;
        pub fn clamp(value: usize) -> usize {
            value.min(DEPTH)
        }
    }
}

use prelude::limits::{self, clamp};
use prelude::*;

static VISITS: AtomicUsize = AtomicUsize::new(0);

fn breadth(start: u32) -> String {
    use std::iter::once;

    let mut queue: Queue<(u32, usize)> = once((start, 0)).collect();
    let mut out = String::new();
    while let Some((node, depth)) = queue.pop_front() {
        VISITS.fetch_add(1, Ordering::Relaxed);
        write!(out, "{node}/{} ", clamp(depth)).unwrap();
        if depth < limits::DEPTH && node % 2 == 0 {
            queue.extend([(node / 2, depth + 1), (node + 1, depth + 1)]);
        }
    }
    out
}

fn main() {
    println!("{}", breadth(12).trim_end());
    println!("{}", VISITS.load(Ordering::SeqCst));
}
