//~ family: edition-unsafe-extern
//~ edition: 2024
use std::ffi::{CStr, CString, c_char};

unsafe extern "C" {
    fn strlen(text: *const c_char) -> usize;
}

mod convert {
    use std::ffi::{c_char, c_int};

    unsafe extern "C" {
        fn atoi(text: *const c_char) -> c_int;
    }

    pub fn number(text: &std::ffi::CStr) -> i32 {
        unsafe { atoi(text.as_ptr()) }
    }
}

fn length(text: &CStr) -> usize {
    unsafe { strlen(text.as_ptr()) }
}

fn main() {
    let text = CString::new("42 sheep").unwrap();
    println!("{} {}", length(&text), convert::number(&text));
    println!("{}", length(c"seven"));
}
