//~ family: edition-unsafe-attribute
//~ edition: 2024
//~ vary u32: u32 | u64
use std::sync::atomic::{AtomicU32, Ordering};

#[unsafe(no_mangle)]
static STATUS_WORD: AtomicU32 = AtomicU32::new(0);

/// Sets the bits of `mask` and returns what was there before.
#[unsafe(no_mangle)]
pub extern "C" fn status_raise(mask: u32) -> u32 {
    u32::from(STATUS_WORD.fetch_or(mask as _, Ordering::SeqCst) > 0)
}

pub mod handlers {
    use super::*;

    #[inline(never)]
    #[unsafe(export_name = "status_is_set_v1")]
    pub unsafe extern "C" fn is_set(bit: u8) -> bool {
        STATUS_WORD.load(Ordering::SeqCst) >> (bit % 32) & 1 == 1
    }

    #[unsafe(link_section = ".text.cold_path")]
    pub fn clear(reason: &str) -> String {
        STATUS_WORD.store(0, Ordering::SeqCst);
        format!("cleared for {reason}")
    }
}

fn main() {
    println!("{} {}", status_raise(6), status_raise(1));
    println!("{}", unsafe { handlers::is_set(2) });
    println!("{}", handlers::clear("reset"));
}
