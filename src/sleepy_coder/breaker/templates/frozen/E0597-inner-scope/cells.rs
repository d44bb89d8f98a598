//~ family: E0597-inner-scope
use std::cell::Cell;

struct Gauge<'a> {
    hits: &'a Cell<u32>,
    name: &'static str,
}

impl Gauge<'_> {
    fn hit(&self) -> u32 {
        self.hits.set(self.hits.get() + 1);
        self.hits.get()
    }
}

fn main() {
    let main_hits = Cell::new(40);
    let gauge = {
        println!("starting");
        Gauge { hits: &main_hits, name: "main" }
    };
    gauge.hit();
    println!("{} {}", gauge.name, gauge.hit());
    let spare = Cell::new(3);
    let chosen = if gauge.hit() > 42 {
        Gauge { hits: &spare, name: "spare" }
    } else {
        gauge
    };
    println!("{} {}", chosen.name, chosen.hit());
}
