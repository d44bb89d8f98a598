//~ family: E0277-collect-ref
//~ vary i32: i32 | i64 | u32
//~ vary max: max | min
use std::collections::HashMap;

struct Board {
    players: HashMap<String, Vec<i32>>,
}

impl Board {
    fn rounds_of(&self, player: &str) -> Option<Vec<i32>> {
        let rounds = self.players.get(player)?;
        Some(rounds.iter().skip(1).copied().collect())
    }
}

fn main() {
    let mut players = HashMap::new();
    players.insert("kim".to_string(), vec![14, 22, 9]);
    players.insert("lou".to_string(), vec![17]);
    let board = Board { players };
    for player in ["kim", "lou", "zoe"] {
        match board.rounds_of(player) {
            Some(rounds) => println!("{} {:?} top {:?}", player, rounds, rounds.iter().max()),
            None => println!("{} did not play", player),
        }
    }
}
