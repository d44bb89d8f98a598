//~ family: E0614-deref
//~ vary u64: u64 | u32 | i64
struct Gauge<'a> {
    place: &'a str,
    depths: Vec<u64>,
}

impl<'a> Gauge<'a> {
    fn trend(&self) -> &'static str {
        let mut higher = 0;
        let mut previous: u64 = 0;
        for depth in self.depths.clone() {
            if depth > previous {
                higher += 1;
            }
            previous = depth;
        }
        let rises: usize = higher;
        if rises > self.depths.len() - rises { "rising" } else { "falling" }
    }
}

fn main() {
    let gauge = Gauge { place: "Old Bridge", depths: vec![12, 30, 22, 41] };
    let (place, depths) = (gauge.place, gauge.depths.len());
    println!("{} at {} over {} days", gauge.trend(), place, depths);
}
