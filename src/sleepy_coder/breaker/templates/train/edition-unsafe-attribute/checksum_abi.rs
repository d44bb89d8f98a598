//~ family: edition-unsafe-attribute
//~ edition: 2024
//~ vary u32: u32 | u64
use std::slice;

#[repr(C)]
pub struct Buffer {
    data: *const u8,
    len: usize,
}

impl From<&'static [u8]> for Buffer {
    fn from(bytes: &'static [u8]) -> Self {
        Buffer {
            data: bytes.as_ptr(),
            len: bytes.len(),
        }
    }
}

/// # Safety
///
/// The buffer must be readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn buffer_checksum(buffer: &Buffer) -> u32 {
    let bytes = unsafe { slice::from_raw_parts(buffer.data, buffer.len) };
    bytes.iter().fold(1, |sum, byte| sum * 31 % 65521 + *byte as u32)
}

#[cfg_attr(debug_assertions, inline(never))]
#[unsafe(no_mangle)]
pub extern "C" fn buffer_is_empty(buffer: &Buffer) -> bool {
    buffer.len == 0
}

#[allow(non_upper_case_globals)]
#[unsafe(export_name = "abi_version")]
pub static version: u32 = 3;

macro_rules! show {
    ($($text:literal),*) => {
        $(
            let buffer = Buffer::from(&$text[..]);
            println!("{} {}", unsafe { buffer_checksum(&buffer) }, buffer_is_empty(&buffer));
        )*
    };
}

fn main() {
    show!(b"alpha", b"");
    println!("version {version}");
}
