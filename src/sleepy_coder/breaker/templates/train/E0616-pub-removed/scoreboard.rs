//~ family: E0616-pub-removed
//~ vary u32: u32 | i64 | u64
//~ vary wolves: wolves | ravens | bears
mod league {
    #[derive(Debug)]
    pub struct Club {
        pub nickname: String,
        pub points: u32,
        games: u32,
    }

    impl Club {
        pub fn found(nickname: &str) -> Club {
            Club { nickname: nickname.to_string(), points: 0, games: 0 }
        }

        pub fn record(&mut self, scored: u32, conceded: u32) {
            self.games += 1;
            self.points += match scored.cmp(&conceded) {
                std::cmp::Ordering::Greater => 3,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 0,
            };
        }
    }
}

fn main() {
    let mut club = league::Club::found("wolves");
    for (scored, conceded) in [(4, 2), (3, 3), (0, 5)] {
        club.record(scored, conceded);
    }
    let banner = "=".repeat(club.nickname.len());
    println!("{banner}\n{} points\n{club:?}", club.points);
}
