//~ family: static_mut_refs-raw-removed
//~ edition: 2024
mod device {
    #[derive(Clone, Copy, Debug)]
    pub struct Registers {
        pub control: u8,
        pub data: u16,
    }

    static mut BANK: Registers = Registers { control: 1, data: 40 };

    pub struct Port;

    impl Port {
        pub fn read(&self) -> Registers {
            unsafe { std::ptr::read(&raw const BANK) }
        }

        pub fn write(&mut self, data: u16) {
            let old = self.read();
            unsafe {
                std::ptr::write_volatile(&raw mut BANK, Registers { data, ..old });
            }
        }

        pub fn update<F>(&mut self, change: F)
        where
            F: FnOnce(&mut Registers),
        {
            unsafe { change(&mut *(&raw mut BANK)) }
        }

        pub fn address(&self) -> usize {
            let place: *const Registers = &raw const BANK;
            place as usize
        }
    }
}

fn main() {
    let mut port = device::Port;
    port.write(700);
    port.update(|registers| registers.control |= 4);
    let seen = port.read();
    println!("{} {} {}", seen.control, seen.data, port.address() % 2);
}
