//~ family: E0599-not-iterator
//~ vary i32: i32 | i64
//~ vary max_by_key: max_by_key | min_by_key
use std::collections::BTreeMap;

struct League {
    points: BTreeMap<String, i32>,
}

impl League {
    fn leader(&self) -> Option<&str> {
        self.points.iter().max_by_key(|(_, points)| **points).map(|(team, _)| team.as_str())
    }

    fn above(&self, limit: i32) -> usize {
        self.points.iter().filter(|(_, points)| **points > limit).count()
    }
}

fn main() {
    let mut points = BTreeMap::new();
    for (team, won) in [("Foxes", 21), ("Owls", 34), ("Bears", 18)] {
        points.insert(team.to_string(), won);
    }
    let league = League { points };
    println!("leader {:?}", league.leader());
    println!("above twenty: {}", league.above(20));
}
