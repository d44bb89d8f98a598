//~ family: E0133-unsafe
mod memory {
    pub unsafe trait Zeroable: Copy {
        unsafe fn zeroed() -> Self;
    }

    unsafe impl Zeroable for u64 {
        unsafe fn zeroed() -> Self {
            0
        }
    }

    unsafe impl Zeroable for (u8, u8) {
        unsafe fn zeroed() -> Self {
            (0, 0)
        }
    }

    pub fn many<Z: Zeroable>(count: usize) -> Vec<Z> {
        (0..count).map(|_| unsafe { Z::zeroed() }).collect()
    }

    /// The caller keeps `at` below the length.
    pub unsafe fn swap_with_first<T>(values: &mut [T], at: usize) {
        values.swap(0, at);
    }
}

use memory::Zeroable;

struct Table {
    cells: Vec<u64>,
}

impl Table {
    fn rotate(&mut self, at: usize) -> bool {
        if at < self.cells.len() {
            unsafe { memory::swap_with_first(&mut self.cells, at) };
            return true;
        }
        false
    }
}

fn main() {
    let start: u64 = unsafe { Zeroable::zeroed() };
    let mut table = Table { cells: memory::many(3) };
    table.cells[2] = start + 5;
    println!("{} {} {:?}", table.rotate(2), table.rotate(9), table.cells);
    let pairs: Vec<(u8, u8)> = memory::many(1);
    println!("{pairs:?} {:?}", unsafe { <(u8, u8)>::zeroed() });
}
