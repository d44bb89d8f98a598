//~ family: E0600-negate
//~ vary trim: trim | trim_start | trim_end
#[derive(Debug, Clone, PartialEq)]
struct Card {
    to: String,
    wish: String,
}

fn write_card<F>(to: &str, wording: F) -> Card
where
    F: Fn(&str) -> String,
{
    let wish = wording(to);
    let to = to.trim().to_string();
    Card { to, wish }
}

fn main() {
    let occasion = String::from("birthday");
    let card = write_card("Uma ", |guest| format!("Happy {}, {}!", occasion, guest));
    let copy = card.clone();
    let same = copy == card;
    println!("{}: {}", card.to, card.wish);
    println!("{:?} {}", copy, same);
}
