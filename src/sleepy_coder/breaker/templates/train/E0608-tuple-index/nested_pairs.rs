//~ family: E0608-tuple-index
use std::collections::BTreeMap;
use std::rc::Rc;

const LIMITS: (i32, i32) = (-40, 85);

type Reading = ((u8, u8), f32);

struct Station {
    readings: Vec<Reading>,
    place: Rc<(String, (f32, f32))>,
}

impl Station {
    fn hottest(&self) -> Option<u8> {
        let best = self.readings.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let time = best.0;
        Some(time.0)
    }

    fn north_of(&self, other: &Station) -> bool {
        let here = self.place.1;
        let there = &other.place;
        here.0 > 50.0 && !there.0.is_empty()
    }
}

fn in_range(value: i32) -> bool {
    let low = LIMITS.0;
    value >= low && value <= LIMITS.1
}

fn main() {
    let place = Rc::new(("quay".to_string(), (51.5, -0.1)));
    let station = Station { readings: vec![((9, 30), 11.5), ((14, 0), 19.0)], place };
    let mut counts: BTreeMap<char, (u32, bool)> = BTreeMap::new();
    for letter in "loop".chars() {
        let entry = counts.entry(letter).or_default();
        entry.0 += 1;
        entry.1 = entry.0 > 1;
    }
    println!("{:?} {} {}", station.hottest(), station.north_of(&station), in_range(90));
    println!("{counts:?}");
}
