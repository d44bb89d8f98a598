//~ family: edition-unsafe-extern
//~ edition: 2024
use std::ffi::{c_int, c_void};

type Compare = extern "C" fn(*const c_void, *const c_void) -> c_int;

unsafe extern "C" {
    fn qsort(base: *mut c_void, count: usize, size: usize, compare: Compare);
}

extern "C" fn descending(left: *const c_void, right: *const c_void) -> c_int {
    let (left, right) = unsafe { (*(left as *const u16), *(right as *const u16)) };
    right.cmp(&left) as c_int
}

fn sort(values: &mut [u16]) {
    let base = values.as_mut_ptr().cast();
    unsafe { qsort(base, values.len(), size_of::<u16>(), descending) }
}

fn main() {
    let mut values = [30, 7, 190, 44];
    sort(&mut values);
    println!("{values:?}");
}
