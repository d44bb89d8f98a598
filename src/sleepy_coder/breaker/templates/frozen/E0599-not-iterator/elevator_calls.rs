//~ family: E0599-not-iterator
//~ vary u16: u16 | i32 | u64
//~ vary dedup: dedup | sort
struct Elevator {
    calls: Vec<u16>,
    floor: u16,
}

impl Elevator {
    fn nearest(&self) -> Option<u16> {
        self.calls.iter().copied().min_by_key(|call| call.abs_diff(self.floor))
    }

    fn above<'a>(&'a self) -> Box<dyn Iterator<Item = &'a u16> + 'a> {
        Box::new(self.calls.iter().filter(|call| **call > self.floor))
    }
}

fn main() {
    let mut lift = Elevator { calls: vec![3, 3, 12, 8, 21], floor: 9 };
    lift.calls.dedup();
    println!("nearest {:?}", lift.nearest());
    for call in lift.above() {
        println!("up to {}", call);
    }
}
