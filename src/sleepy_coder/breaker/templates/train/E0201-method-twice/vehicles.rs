//~ family: E0201-method-twice
trait Vehicle {
    fn wheels(&self) -> u32;
    fn fare(&self, km: u32) -> u32;
}

struct Bus;
struct Tandem {
    riders: u32,
}

impl Vehicle for Bus {
    fn wheels(&self) -> u32 {
        6
    }

    fn fare(&self, km: u32) -> u32 {
        200 + km * 15
    }
}

impl Vehicle for Tandem {
    fn wheels(&self) -> u32 {
        2
    }

    fn fare(&self, km: u32) -> u32 {
        km * self.riders
    }
}

fn main() {
    let fleet: [&dyn Vehicle; 2] = [&Bus, &Tandem { riders: 2 }];
    for vehicle in fleet {
        println!("{} wheels, {} cents", vehicle.wheels(), vehicle.fare(12));
    }
}
