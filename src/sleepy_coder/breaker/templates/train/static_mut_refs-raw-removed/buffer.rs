//~ family: static_mut_refs-raw-removed
//~ edition: 2024
const SIZE: usize = 4;

static mut BUFFER: [u8; SIZE] = [0; SIZE];

struct Writer {
    place: usize,
}

impl Writer {
    fn write(&mut self, byte: u8) -> bool {
        if self.place == SIZE {
            return false;
        }
        unsafe {
            let buffer = &raw mut BUFFER;
            (*buffer)[self.place] = byte;
        }
        self.place += 1;
        true
    }
}

fn sum() -> u32 {
    unsafe {
        let buffer = &raw const BUFFER;
        (*buffer).iter().map(|byte| u32::from(*byte)).sum()
    }
}

fn main() {
    let mut writer = Writer { place: 0 };
    let taken = [9, 40, 7, 1, 60].iter().filter(|byte| writer.write(**byte)).count();
    println!("{taken} bytes, sum {}", sum());
}
