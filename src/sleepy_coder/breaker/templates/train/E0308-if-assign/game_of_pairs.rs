//~ family: E0308-if-assign
use std::collections::HashMap;

struct Game {
    found: HashMap<char, u32>,
    turns: u32,
}

impl Game {
    fn flip(&mut self, first: char, second: char) -> bool {
        self.turns += 1;
        if first == second {
            *self.found.entry(first).or_insert(0) += 2;
            return true;
        }
        false
    }
}

fn main() {
    let mut game = Game { found: HashMap::new(), turns: 0 };
    let mut streak = 0;
    for (first, second) in [('a', 'b'), ('c', 'c'), ('b', 'b')] {
        if game.flip(first, second) {
            streak += 1;
        }
    }
    if streak == 2 {
        println!("well done");
    }
    println!("{} of {} turns", streak, game.turns);
}
