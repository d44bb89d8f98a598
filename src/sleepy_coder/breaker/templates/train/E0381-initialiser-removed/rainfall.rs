//~ family: E0381-initialiser-removed
//~ vary u32: u32 | i64 | usize
struct Station {
    name: String,
    millimetres: Vec<u32>,
}

impl Station {
    fn total(&self) -> u32 {
        let mut total: u32 = 0;
        for day in &self.millimetres {
            total += day;
        }
        total
    }

    fn wet_days(&self, limit: u32) -> usize {
        let mut days: usize = 0;
        for amount in &self.millimetres {
            if *amount > limit {
                days += 1;
            }
        }
        days
    }
}

fn main() {
    let stations = [
        Station { name: String::from("ridge"), millimetres: vec![4, 0, 12, 7] },
        Station { name: String::from("delta"), millimetres: vec![0, 0, 3] },
    ];
    for station in &stations {
        println!("{}: {} mm, {} wet days", station.name, station.total(), station.wet_days(3));
    }
}
