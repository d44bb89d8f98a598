//~ family: parse-paren
//~ vary i32: i32 | i64 | i16
//~ vary rooms: rooms | caves | vaults
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Spot(i32, i32);

struct Maze {
    walls: BTreeSet<Spot>,
    size: i32,
}

impl Maze {
    fn open(&self, spot: Spot) -> bool {
        let inside = (0..self.size).contains(&spot.0) && (0..self.size).contains(&spot.1);
        inside && !self.walls.contains(&spot)
    }

    fn explore(&self, start: Spot) -> BTreeSet<Spot> {
        let mut waiting = vec![start];
        let mut seen = BTreeSet::new();
        while let Some(spot) = waiting.pop() {
            if self.open(spot) && seen.insert(spot) {
                waiting.extend([Spot(spot.0 + 1, spot.1), Spot(spot.0, spot.1 + 1), Spot(spot.0 - 1, spot.1)]);
            }
        }
        seen
    }
}

fn main() {
    let walls = BTreeSet::from([Spot(1, 0), Spot(1, 1), Spot(2, 3)]);
    let maze = Maze { walls, size: 4 };
    let seen = maze.explore(Spot(0, 0));
    println!("{} rooms reached, last {:?}", seen.len(), seen.last());
    println!("corner open: {}", maze.open(Spot(3, 3)));
}
