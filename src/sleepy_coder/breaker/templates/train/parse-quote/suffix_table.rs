//~ family: parse-quote
//~ vary usize: usize | u32
fn suffix(number: usize) -> &'static str {
    match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    }
}

fn main() {
    for number in [1, 2, 3, 11, 22] {
        println!("the {}{}", number, suffix(number));
    }
}
