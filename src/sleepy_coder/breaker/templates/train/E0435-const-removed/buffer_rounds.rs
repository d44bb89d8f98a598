//~ family: E0435-const-removed
//~ vary u8: u8 | u16 | i32
struct Ring<const SIZE: usize> {
    slots: [u8; SIZE],
    next: usize,
}

impl<const SIZE: usize> Ring<SIZE> {
    fn push(&mut self, value: u8) {
        self.slots[self.next % SIZE] = value;
        self.next += 1;
    }
}

fn main() {
    const SLOTS: usize = 4;
    let mut ring = Ring { slots: [0; SLOTS], next: 0 };
    for value in 10..16 {
        ring.push(value);
    }
    println!("{:?}", ring.slots);
}
