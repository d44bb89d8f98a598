//~ family: parse-comparison
//~ vary u8: u8 | u16
use std::collections::VecDeque;

const WALL: u8 = 35;

struct Maze {
    cells: Vec<Vec<u8>>,
    goal: (usize, usize),
}

impl Maze {
    fn open(&self, (row, column): (usize, usize)) -> bool {
        self.cells.get(row).and_then(|cells| cells.get(column)).is_some_and(|cell| *cell != WALL)
    }

    fn steps(&self, start: (usize, usize)) -> Option<usize> {
        let mut seen = vec![start];
        let mut queue = VecDeque::from([(start, 0)]);
        while let Some((place, steps)) = queue.pop_front() {
            if place == self.goal {
                return Some(steps);
            }
            let (row, column) = place;
            for next in [(row + 1, column), (row, column + 1), (row.wrapping_sub(1), column)] {
                let fresh = seen.iter().all(|old| *old != next);
                if fresh && self.open(next) {
                    seen.push(next);
                    queue.push_back((next, steps + 1));
                }
            }
        }
        None
    }
}

fn main() {
    let cells = vec![vec![46, 46, 35], vec![35, 46, 46]];
    let maze = Maze { cells, goal: (1, 2) };
    let found = maze.steps((0, 0));
    let blocked = maze.cells.iter().flatten().filter(|cell| **cell == WALL).count();
    println!("{found:?} {blocked} {}", if found == None { "lost" } else { "home" });
}
