//~ family: E0618-call
#[derive(Debug, PartialEq)]
enum Piece<'a> {
    Word(&'a str),
    Number { value: i64, width: usize },
}

fn cut<'a>(text: &'a str, start: usize, end: usize) -> Piece<'a> {
    let part = &text[start..end];
    match part.parse() {
        Ok(value) => Piece::Number { value, width: part.len() },
        Err(_) => Piece::Word(part),
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    for (place, letter) in text.char_indices() {
        match (start, letter.is_whitespace()) {
            (None, false) => start = Some(place),
            (Some(first), true) => {
                found.push(cut(text, first, place));
                start = None;
            }
            _ => {}
        }
    }
    let Some(first) = start else {
        return found;
    };
    let piece = cut(text, first, text.len());
    found.push(piece);
    found
}

fn main() {
    let text = "add 250  to cart";
    let all = pieces(text);
    let total: i64 = all
        .iter()
        .map(|piece| if let Piece::Number { value, width } = piece { value * (*width as i64) } else { 0 })
        .sum();
    println!("{} {}", all.len(), total);
}
