//~ family: E0308-if-assign
//~ vary i32: i32 | i64
use std::cell::Cell;
use std::collections::HashSet;
use std::rc::Rc;

type Place = (i32, i32);

fn neighbours(living: &HashSet<Place>, (column, row): Place) -> usize {
    let mut count = 0;
    for across in -1..=1 {
        for down in -1..=1 {
            let place = (column + across, row + down);
            if place == (column, row) {
                continue;
            }
            count += usize::from(living.contains(&place));
        }
    }
    count
}

fn survives(living: &HashSet<Place>, place: &Place) -> bool {
    let near = neighbours(living, *place);
    if living.contains(place) { near == 2 || near == 3 } else { near == 3 }
}

struct Clock {
    ticks: Rc<Cell<u8>>,
    period: u8,
}

impl Clock {
    fn tick(&self) -> Option<u8> {
        let ticks = self.ticks.get() + 1;
        self.ticks.set(if ticks == self.period { 0 } else { ticks });
        match ticks {
            0 => None,
            odd if odd % 2 == 1 => Some(odd),
            even => {
                let half = even / 2;
                if half == self.period { None } else { Some(half) }
            }
        }
    }
}

fn main() {
    let living = HashSet::from([(0, 0), (1, 0), (2, 0)]);
    let clock = Clock { ticks: Rc::default(), period: 3 };
    println!("{} {:?} {:?}", survives(&living, &(1, 1)), clock.tick(), clock.tick());
}
