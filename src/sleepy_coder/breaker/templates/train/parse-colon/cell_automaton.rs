//~ family: parse-colon
use std::collections::{hash_map, HashMap, HashSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    Left,
    Right,
}

type Cells = HashSet<(i32, i32)>;

pub struct Ant {
    place: (i32, i32),
    heading: usize,
}

impl Ant {
    const COMPASS: [(i32, i32); 4] = [(0, 1), (1, 0), (0, -1), (-1, 0)];

    fn step(&mut self, cells: &mut Cells, turns: &mut HashMap<Turn, u32>) {
        let turn = if cells.remove(&self.place) {
            Turn::Left
        } else {
            cells.insert(self.place);
            Turn::Right
        };
        self.heading = match turn {
            Turn::Left => self.heading + 3,
            Turn::Right => self.heading + 1,
        } % Self::COMPASS.len();
        let (dx, dy) = Self::COMPASS[self.heading];
        self.place = (i32::wrapping_add(self.place.0, dx), self.place.1 + dy);
        match turns.entry(turn) {
            hash_map::Entry::Occupied(mut entry) => *entry.get_mut() += 1,
            hash_map::Entry::Vacant(hole) => {
                hole.insert(1);
            }
        }
    }
}

fn bounds(cells: &Cells) -> Option<(i32, i32)> {
    let xs = || cells.iter().map(|(x, _)| *x);
    Option::zip(xs().min(), xs().max())
}

fn main() {
    let mut cells = Cells::new();
    let mut turns = HashMap::default();
    let mut ant = Ant {
        place: (0, 0),
        heading: 0,
    };
    std::iter::repeat(())
        .take(40)
        .for_each(|()| ant.step(&mut cells, &mut turns));
    println!("{} {:?} {:?}", cells.len(), bounds(&cells), turns.get(&Turn::Left));
    let size = std::mem::size_of::<Turn>() + Vec::<u8>::new().len();
    println!("{size} {}", i32::from_str_radix("-7f", 16).unwrap_or(i32::MIN));
}
