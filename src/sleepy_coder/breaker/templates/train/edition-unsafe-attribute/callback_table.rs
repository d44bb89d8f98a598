//~ family: edition-unsafe-attribute
//~ edition: 2024
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char};

type Callback = unsafe extern "C" fn(*const c_char) -> usize;

#[repr(C)]
#[derive(Debug, Default, Clone, Copy)]
pub struct Extent {
    low: i32,
    high: i32,
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn text_span(text: *const c_char) -> usize {
    unsafe { CStr::from_ptr(text) }.to_bytes().len()
}

impl Extent {
    #[unsafe(no_mangle)]
    pub extern "C" fn extent_width(self) -> i32 {
        self.high - self.low
    }

    #[must_use]
    #[unsafe(no_mangle)]
    pub extern "C" fn extent_grown(self, by: i32) -> Extent {
        Extent { low: self.low - by, high: self.high + by }
    }
}

fn table() -> BTreeMap<&'static str, Callback> {
    #[unsafe(export_name = "count_vowels_impl")]
    unsafe extern "C" fn vowels(text: *const c_char) -> usize {
        let bytes = unsafe { CStr::from_ptr(text) }.to_bytes();
        bytes.iter().filter(|byte| b"aeiou".contains(byte)).count()
    }
    BTreeMap::from([("span", text_span as Callback), ("vowels", vowels)])
}

fn main() {
    for (title, callback) in table() {
        println!("{title} {}", unsafe { callback(c"orchestra".as_ptr()) });
    }
    println!("{}", Extent::default().extent_grown(4).extent_width());
}
