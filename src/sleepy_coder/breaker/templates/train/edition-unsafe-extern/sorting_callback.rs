//~ family: edition-unsafe-extern
//~ edition: 2024
use std::cmp::Ordering;
use std::ffi::{c_int, c_void};

unsafe extern "C" {
    pub fn qsort(
        base: *mut c_void,
        count: usize,
        width: usize,
        compare: unsafe extern "C" fn(*const c_void, *const c_void) -> c_int,
    );
}

extern "C" fn by_size(left: *const c_void, right: *const c_void) -> c_int {
    let (left, right) = unsafe { (*left.cast::<i32>(), *right.cast::<i32>()) };
    match left.cmp(&right) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }
}

fn sorted(mut values: Vec<i32>) -> Vec<i32> {
    let width = size_of::<i32>();
    unsafe { qsort(values.as_mut_ptr().cast(), values.len(), width, by_size) };
    values
}

mod random {
    unsafe extern "C" {
        fn rand() -> i32;
    }

    pub fn below(limit: i32) -> i32 {
        unsafe { rand() % limit }
    }
}

fn main() {
    println!("{:?} {}", sorted(vec![30, -4, 12]), random::below(5) < 5);
}
