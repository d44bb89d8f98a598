//~ family: E0004-guard
struct Game {
    home: u8,
    away: u8,
}

impl Game {
    fn points(&self) -> (u8, u8) {
        match (self.home, self.away) {
            (home, away) if home == away => (1, 1),
            (home, away) if home < away => (0, 3),
            (_, _) => (3, 0),
        }
    }
}

fn main() {
    let games = [Game { home: 2, away: 2 }, Game { home: 0, away: 4 }, Game { home: 3, away: 1 }];
    let home: u8 = games.iter().map(|game| game.points().0).sum();
    let away: u8 = games.iter().map(|game| game.points().1).sum();
    println!("{home} {away}");
}
