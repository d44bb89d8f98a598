//~ family: E0502-borrow
//~ vary i32: i32 | i64 | u32
#[derive(Debug, Clone, Copy, PartialEq)]
struct Card {
    suit: char,
    rank: i32,
}

#[derive(Clone)]
struct Player {
    name: String,
    hand: Vec<Card>,
    score: i32,
}

struct Table {
    players: Vec<Player>,
    pile: Vec<Card>,
    round: (u8, char),
}

impl Table {
    fn turn(&mut self, at: usize) -> Option<(Card, String)> {
        let card = self.players.get(at)?.hand[0];
        self.players[at].hand.remove(0);
        self.pile.push(card);
        let name = self.players[at].name.clone();
        self.players[at].name.push('*');
        Some((card, name))
    }

    fn settle(&mut self) -> (u8, char) {
        let round = self.round;
        self.round.0 += 1;
        for player in &mut self.players {
            let before = player.score;
            player.score += player.hand.len() as i32;
            println!("{} {before}", player.name);
        }
        round
    }
}

fn best(players: &mut Vec<Player>) -> Option<String> {
    let leader = players[0].to_owned();
    players.retain(|player| player.score > leader.score);
    let copy = players.clone();
    players.clear();
    copy.first().map(|player| player.name.to_lowercase())
}

fn main() {
    let hand = vec![Card { suit: 'h', rank: 9 }, Card { suit: 's', rank: 2 }];
    let players = ["Ann", "Bo"].map(|name| Player { name: name.to_string(), hand: hand.clone(), score: 4 });
    let mut table = Table { players: players.to_vec(), pile: vec![], round: (1, 'a') };
    println!("{:?} {:?}", table.turn(1), table.turn(5));
    println!("{:?} {:?} {}", table.settle(), best(&mut table.players), table.pile[0].rank);
}
