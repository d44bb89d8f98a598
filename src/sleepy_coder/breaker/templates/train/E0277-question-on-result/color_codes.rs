//~ family: E0277-question-on-result
struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

fn channel(code: &str, place: usize) -> Option<u8> {
    let digits = code.get(place..place + 2)?;
    let value = u8::from_str_radix(digits, 16).ok()?;
    Some(value)
}

fn parse(code: &str) -> Option<Color> {
    let code = code.strip_prefix('#')?;
    Some(Color { red: channel(code, 0)?, green: channel(code, 2)?, blue: channel(code, 4)? })
}

fn main() {
    for code in ["#ff8010", "#12", "#zz0000"] {
        match parse(code) {
            Some(color) => println!("{} {} {}", color.red, color.green, color.blue),
            None => println!("bad code {code}"),
        }
    }
}
