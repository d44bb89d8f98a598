//~ family: edition-binding-modifier
//~ edition: 2024
struct Score {
    player: String,
    points: u32,
}

fn table(scores: &[Score]) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, Score { player, points }) in scores.iter().enumerate() {
        lines.push(format!("{}. {player} {points}", place + 1));
    }
    lines
}

fn best(scores: &[Score]) -> Option<(&str, u32)> {
    let mut best = None;
    for Score { player, points } in scores {
        if best.is_none_or(|(_, most)| *points > most) {
            best = Some((player.as_str(), *points));
        }
    }
    best
}

fn main() {
    let scores = vec![
        Score { player: String::from("Mona"), points: 41 },
        Score { player: String::from("Till"), points: 56 },
    ];
    println!("{}", table(&scores).join("\n"));
    println!("{:?}", best(&scores));
}
