//~ family: edition-unsafe-extern
//~ edition: 2024
use std::ffi::{CStr, c_char};

#[derive(Debug)]
enum Lookup {
    Found(String),
    Unset,
}

mod sys {
    use std::ffi::c_char;

    #[link(name = "c")]
    unsafe extern "C" {
        pub fn getpid() -> i32;
        pub fn getenv(name: *const c_char) -> *mut c_char;
    }

    unsafe extern "C" {
        pub fn getppid() -> i32;
    }
}

fn variable(name: &CStr) -> Lookup {
    let found: *const c_char = unsafe { sys::getenv(name.as_ptr()) };
    if found.is_null() {
        return Lookup::Unset;
    }
    Lookup::Found(unsafe { CStr::from_ptr(found) }.to_string_lossy().into_owned())
}

fn main() {
    let shown = match variable(c"NO_SUCH_NAME") {
        Lookup::Found(text) => text.len().to_string(),
        Lookup::Unset => String::from("unset"),
    };
    println!("{shown} {}", unsafe { sys::getpid() > 0 && sys::getppid() >= 0 });
}
