//~ family: parse-semicolon
//~ vary wwwbbr: wwwbbr | xxyyyz | kkkkaa
fn squeeze(text: &str) -> String {
    let mut output = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut repeats = 1;
        while letters.peek() == Some(&letter) {
            letters.next();
            repeats += 1;
        }
        output.push_str(&repeats.to_string());
        output.push(letter);
    }
    output
}

fn unsqueeze(packed: &str) -> String {
    let mut amount = String::new();
    let mut plain = String::new();
    for letter in packed.chars() {
        if letter.is_ascii_digit() {
            amount.push(letter);
            continue;
        }
        let times = amount.parse::<usize>().unwrap_or(1);
        plain.extend(std::iter::repeat(letter).take(times));
        amount.clear();
    }
    plain
}

fn main() {
    let original = "wwwbbr";
    let packed = squeeze(original);
    println!("{original} packs to {packed}");
    println!("round trip {}", unsqueeze(&packed) == original);
}
