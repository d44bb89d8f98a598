//~ family: E0308-int-width
#[derive(Debug)]
struct Stats {
    words: u32,
    longest: u8,
}

fn measure(text: &str) -> Stats {
    let longest = text.split_whitespace().map(|word| word.len()).max().unwrap_or(0);
    Stats { words: text.split_whitespace().count() as u32, longest: longest as u8 }
}

fn nth_word(text: &str, place: i32) -> Option<&str> {
    text.split_whitespace().nth(place as usize)
}

fn main() {
    let text = "a stitch in time saves nine";
    let stats = measure(text);
    println!("{:?}", stats);
    println!("{:?}", nth_word(text, stats.longest as i32));
}
