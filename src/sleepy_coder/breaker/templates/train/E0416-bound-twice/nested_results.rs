//~ family: E0416-bound-twice
struct Span(usize, usize);

enum Found {
    At(Span, bool),
    Twice(Span, Span),
}

fn find(text: &str, wanted: char) -> Result<Found, (usize, usize)> {
    let mut places = text.match_indices(wanted).map(|(at, _)| Span(at, at + 1));
    match (places.next(), places.next()) {
        (Some(first), None) => Ok(Found::At(first, text.is_ascii())),
        (Some(first), Some(second)) => Ok(Found::Twice(first, second)),
        (None, _) => Err((text.len(), 0)),
    }
}

fn start(found: &Result<Found, (usize, usize)>) -> usize {
    match found {
        Ok(Found::At(Span(start, _), true)) => *start,
        Ok(Found::At(Span(_, end), _) | Found::Twice(_, Span(end, _))) => *end,
        Err((length, _)) => *length,
    }
}

fn main() {
    for wanted in ['r', 'e', 'x'] {
        let found = find("river", wanted);
        let total = if let Ok(Found::Twice(first, _)) = &found { first.1 } else { 0 };
        println!("{} {total}", start(&found));
    }
}
