//~ family: static_mut_refs-raw-removed
//~ edition: 2024
use std::ptr;

struct Arena {
    bytes: [u8; 64],
    used: usize,
}

impl Arena {
    const fn new() -> Self {
        Arena { bytes: [0; 64], used: 0 }
    }

    fn take(&mut self, size: usize) -> Option<&mut [u8]> {
        let end = self.used.checked_add(size)?;
        let part = self.bytes.get_mut(self.used..end)?;
        self.used = end;
        Some(part)
    }
}

static mut ARENA: Arena = Arena::new();
static mut NAMES: Vec<&'static str> = Vec::new();

fn store(text: &str) -> Option<&'static str> {
    let arena: &'static mut Arena = unsafe { &mut *(&raw mut ARENA) };
    let room = arena.take(text.len())?;
    room.copy_from_slice(text.as_bytes());
    let kept = std::str::from_utf8(room).ok()?;
    unsafe {
        let names = &raw mut NAMES;
        (*names).push(kept);
    }
    Some(kept)
}

fn count_where(keep: impl Fn(&str) -> bool) -> usize {
    let names = unsafe { (&raw const NAMES).as_ref() };
    names.map_or(0, |names| names.iter().filter(|name| keep(name)).count())
}

fn used() -> usize {
    unsafe { ptr::addr_of!(ARENA.used).read() + (*(&raw const NAMES)).len() }
}

fn main() {
    println!("{:?} {:?}", store("ash"), store("willow"));
    println!("{} {}", used(), count_where(|name| name.contains('w')));
}
