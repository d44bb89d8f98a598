//~ family: E0004-guard
//~ vary usize: usize
fn shape(word: &str) -> String {
    match word.len() {
        0 => "nothing".to_string(),
        length if length > 8 => format!("long {length}"),
        length => format!("short {length}"),
    }
}

fn first(letters: Option<char>) -> char {
    match letters {
        Some(letter) if letter != 'x' => letter,
        Some(_) => '?',
        None => '!',
    }
}

fn main() {
    for word in ["", "harp", "xylophone", "x"] {
        println!("{} {}", shape(word), first(word.chars().next()));
    }
}
