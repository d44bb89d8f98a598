//~ family: E0261-lifetime-undeclared
//~ vary guest: guest | owner | buyer
enum Piece<'x> {
    Plain(&'x str),
    Slot(String),
}

fn pieces(source: &str) -> Vec<Piece> {
    source
        .split(' ')
        .map(|word| match word.strip_prefix('$') {
            Some(slot) => Piece::Slot(slot.to_string()),
            None => Piece::Plain(word),
        })
        .collect()
}

fn render(parts: &[Piece], fill: impl Fn(&str) -> String) -> String {
    let mut output = String::new();
    for part in parts {
        match part {
            Piece::Plain(word) => output.push_str(word),
            Piece::Slot(slot) => output += &fill(slot),
        }
        output.push(' ');
    }
    output
}

fn main() {
    let parts = pieces("dear $guest your room $room awaits");
    let letter = render(&parts, |slot| match slot {
        "guest" => "Mr Finch".to_string(),
        other => format!("<{other}>"),
    });
    println!("{letter}");
}
