//~ family: E0608-tuple-index
//~ vary u32: u32 | u64 | i32
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span(u32, u32);

struct Tagged<'t>(&'t str, Span, Option<(u32, char)>);

impl Span {
    fn joined(self, other: Span) -> Span {
        Span(self.0.min(other.0), self.1.max(other.1))
    }

    fn is_empty(&self) -> bool {
        self.1 <= self.0
    }
}

impl Tagged<'_> {
    fn width(&self) -> u32 {
        let span = &self.1;
        match self.2 {
            Some(mark) if mark.1 == '+' => mark.0 + span.1 - span.0,
            Some(mark) => mark.0,
            None => span.1,
        }
    }
}

fn main() {
    let mut parts = vec![Tagged("b", Span(4, 9), Some((2, '+'))), Tagged("a", Span(1, 3), None)];
    parts.sort_by_key(|part| part.1.0);
    let whole = parts.iter().fold(Span(9, 0), |all, part| all.joined(part.1));
    parts[0].2 = Some((whole.0, '-'));
    let names: Vec<&str> = parts.iter().map(|part| part.0).collect();
    println!("{names:?} {whole:?} {} {}", whole.is_empty(), parts[1].width() + parts[0].width());
}
