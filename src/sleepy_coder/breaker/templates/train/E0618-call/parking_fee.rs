//~ family: E0618-call
//~ vary u32: u32 | i32 | u64
struct Garage {
    hourly: u32,
    ceiling: u32,
}

impl Garage {
    fn fee(&self, hours: u32) -> u32 {
        let raw = self.hourly * hours;
        if raw > self.ceiling {
            return self.ceiling;
        }
        raw
    }
}

fn main() {
    let garage = Garage { hourly: 4, ceiling: 25 };
    let mut income = 0;
    for hours in [1, 3, 12] {
        let paid = garage.fee(hours);
        income += paid;
        println!("{} h: {}", hours, paid);
    }
    println!("income {}", income);
}
