//~ family: edition-unsafe-extern
//~ edition: 2024
use std::error::Error;
use std::ffi::{CStr, c_char, c_int};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Errno(c_int);

impl fmt::Display for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        unsafe extern "C" {
            fn strerror(code: c_int) -> *const c_char;
        }
        let text = unsafe { CStr::from_ptr(strerror(self.0)) };
        f.write_str(&text.to_string_lossy())
    }
}

impl Error for Errno {}

unsafe extern "C" {
    fn close(file: c_int) -> c_int;
}

fn shut(file: c_int) -> Result<(), Box<dyn Error>> {
    match unsafe { close(file) } {
        0 => Ok(()),
        code => Err(Errno(-code).into()),
    }
}

fn main() {
    if let Err(error) = shut(-4) {
        println!("{}", error.to_string().is_empty());
    }
    println!("{:?}", Errno(9) == Errno(4));
}
