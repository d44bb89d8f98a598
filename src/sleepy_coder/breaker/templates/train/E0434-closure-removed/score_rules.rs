//~ family: E0434-closure-removed
use std::collections::HashMap;

struct Season {
    points: HashMap<&'static str, i32>,
}

impl Season {
    fn ranking(&self, weight: i32) -> Vec<(&'static str, i32)> {
        let points = &self.points;
        let score = |team: &&'static str| -> i32 { points.get(team).copied().unwrap_or(0) };
        let mut teams: Vec<&'static str> = vec!["Wolves", "Herons", "Moths"];
        teams.sort_by_key(|team| -score(team));
        let weigh = |value: i32| -> i32 { value * weight };
        teams.into_iter().map(|team| (team, weigh(score(&team)))).collect()
    }
}

fn main() {
    let season = Season { points: HashMap::from([("Herons", 12), ("Moths", 30)]) };
    println!("{:?}", season.ranking(2));
}
