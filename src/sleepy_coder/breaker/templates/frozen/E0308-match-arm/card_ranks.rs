//~ family: E0308-match-arm
//~ vary u8: u8 | u32
#[derive(Clone, Copy)]
enum Rank {
    Number(u8),
    Face(char),
    Joker,
}

fn name(rank: Rank) -> String {
    let name = match rank {
        Rank::Number(count) => count.to_string(),
        Rank::Face('k') => "king".to_string(),
        Rank::Face('q') => String::from("queen"),
        Rank::Face(letter) => letter.to_string(),
        Rank::Joker => "joker".into(),
    };
    format!("<{name}>")
}

fn main() {
    let hand = [Rank::Number(7), Rank::Face('q'), Rank::Face('j'), Rank::Joker];
    let names: Vec<String> = hand.iter().map(|rank| name(*rank)).collect();
    println!("{}", names.join(""));
}
