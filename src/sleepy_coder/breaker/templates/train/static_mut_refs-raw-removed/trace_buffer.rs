//~ family: static_mut_refs-raw-removed
//~ edition: 2024
use std::fmt::{self, Write};

#[derive(Default)]
struct Trace {
    text: String,
    level: Option<u8>,
}

mod global {
    pub(super) static mut TRACE: Option<super::Trace> = None;
    pub static mut CALLS: [u32; 4] = [0; 4];
}

fn trace() -> &'static mut Trace {
    unsafe { (*(&raw mut global::TRACE)).get_or_insert_default() }
}

fn called(kind: usize) -> u32 {
    let place: *mut [u32; 4] = &raw mut global::CALLS;
    let calls = unsafe { &mut *place };
    match calls.get_mut(kind) {
        Some(count) => {
            *count += 1;
            *count
        }
        None => 0,
    }
}

impl Write for Trace {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let known = unsafe { &*(&raw const global::CALLS) };
        if known.iter().sum::<u32>() > 90 {
            return Err(fmt::Error);
        }
        self.text.push_str(part);
        Ok(())
    }
}

fn main() -> fmt::Result {
    writeln!(trace(), "{} {}", called(1), called(9))?;
    trace().level = Some(2);
    let quiet = unsafe { (*(&raw const global::TRACE)).as_ref() }.is_none_or(|trace| trace.level.is_none());
    print!("{}", trace().text);
    println!("{quiet}");
    Ok(())
}
