//~ family: edition-unsafe-extern
//~ edition: 2024
use std::alloc::Layout;
use std::ptr::NonNull;

struct Buffer {
    start: NonNull<u8>,
    layout: Layout,
}

mod heap {
    pub(super) mod raw {
        use std::ffi::c_void;

        unsafe extern "C" {
            pub(in crate::heap) fn malloc(size: usize) -> *mut c_void;
            pub(in crate::heap) fn free(start: *mut c_void);
            pub fn memset(start: *mut c_void, byte: i32, size: usize) -> *mut c_void;
        }
    }

    pub fn take(size: usize) -> Option<std::ptr::NonNull<u8>> {
        std::ptr::NonNull::new(unsafe { raw::malloc(size) }.cast())
    }

    pub unsafe fn give(start: *mut u8) {
        unsafe { raw::free(start.cast()) }
    }
}

impl Buffer {
    fn filled(layout: Layout, byte: u8) -> Option<Buffer> {
        let start = heap::take(layout.size())?;
        unsafe { heap::raw::memset(start.as_ptr().cast(), byte.into(), layout.size()) };
        Some(Buffer { start, layout })
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        unsafe { heap::give(self.start.as_ptr()) }
    }
}

unsafe extern "C" {
    static environ: *const *const std::ffi::c_char;
}

fn main() {
    let buffer = Buffer::filled(Layout::new::<u64>(), 7).expect("memory");
    let first = unsafe { *buffer.start.as_ptr() };
    println!("{first} {} {}", buffer.layout.size(), unsafe { environ.is_null() });
}
