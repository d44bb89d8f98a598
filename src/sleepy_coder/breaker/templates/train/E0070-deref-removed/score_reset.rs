//~ family: E0070-deref-removed
struct Scores {
    rounds: Vec<u32>,
}

impl Scores {
    fn latest(&mut self) -> &mut u32 {
        self.rounds.last_mut().expect("a round")
    }

    fn replace(&mut self, round: usize, points: u32) -> bool {
        if round < self.rounds.len() {
            *self.rounds.get_mut(round).unwrap() = points;
            return true;
        }
        false
    }
}

fn main() {
    let mut scores = Scores { rounds: vec![4, 9, 2] };
    *scores.latest() = 11;
    println!("{} {}", scores.replace(0, 7), scores.replace(5, 1));
    println!("{:?}", scores.rounds);
}
