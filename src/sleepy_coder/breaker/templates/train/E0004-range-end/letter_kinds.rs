//~ family: E0004-range-end
fn kind(letter: char) -> &'static str {
    match letter {
        '\0'..='/' => "mark",
        '0'..='9' => "digit",
        ':'..='`' => "upper",
        'a'..='z' => "lower",
        '{'.. => "other",
    }
}

fn main() {
    for letter in ['/', '9', 'Q', 'z', 'é'] {
        println!("{letter} {}", kind(letter));
    }
}
