//~ family: E0384-mut-removed
//~ vary f64: f64 | f32
//~ vary overflow: overflow | spill | flood
struct Tank {
    capacity: f64,
    inflow: f64,
    leak: f64,
}

impl Tank {
    fn level_after(&self, minutes: u32) -> f64 {
        let mut level = 0.0;
        for _ in 0..minutes {
            level = (level + self.inflow) * (1.0 - self.leak);
        }
        level
    }

    fn minutes_until_full(&self) -> Option<u32> {
        let mut minute = 0;
        loop {
            if self.level_after(minute) >= self.capacity {
                break Some(minute);
            }
            if minute > 60 {
                break None;
            }
            minute += 1;
        }
    }
}

fn main() {
    let tank = Tank { capacity: 12.5, inflow: 1.5, leak: 0.05 };
    println!("after five: {:.2}", tank.level_after(5));
    let verdict = tank.minutes_until_full();
    println!("overflow at {}", verdict.map_or(String::from("never"), |minute| minute.to_string()));
}
