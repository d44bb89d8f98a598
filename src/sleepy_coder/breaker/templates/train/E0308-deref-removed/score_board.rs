//~ family: E0308-deref-removed
//~ vary i32: i32 | i64 | u32
//~ vary Falcons: Falcons | Otters | Comets
#[derive(Debug, Clone, Copy, PartialEq)]
enum Medal {
    Gold,
    Silver,
    Nothing,
}

struct Board {
    teams: Vec<(String, i32)>,
    medals: Vec<Medal>,
}

impl Board {
    fn points_of(&self, wanted: &str) -> Option<i32> {
        let (_, points) = self.teams.iter().find(|(team, _)| team == wanted)?;
        Some(*points)
    }

    fn medal_at(&self, rank: usize) -> Medal {
        match self.medals.get(rank) {
            Some(medal) => *medal,
            None => Medal::Nothing,
        }
    }

    fn bonus(&mut self, extra: &i32) {
        let amount: i32 = *extra;
        self.teams.iter_mut().for_each(|(_, points)| *points += amount);
    }
}

fn main() {
    let teams = vec![("Falcons".to_string(), 21), ("Moles".to_string(), 17)];
    let mut board = Board { teams, medals: vec![Medal::Gold, Medal::Silver] };
    board.bonus(&3);
    println!("{:?} {:?}", board.points_of("Moles"), board.points_of("Newts"));
    println!("{:?}, fifth equals nothing: {}", board.medal_at(1), board.medal_at(5) == Medal::Nothing);
}
