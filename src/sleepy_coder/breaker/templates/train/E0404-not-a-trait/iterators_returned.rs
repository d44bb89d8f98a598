//~ family: E0404-not-a-trait
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Span {
    start: usize,
    end: usize,
}

enum Direction {
    Forward,
    Backward,
}

type Offset = usize;

fn inside(spans: &[Span], at: Offset) -> impl Iterator<Item = Span> + '_ {
    spans.iter().copied().filter(move |span| (span.start..span.end).contains(&at))
}

fn walker(direction: Direction) -> Box<dyn Fn(Offset) -> Offset> {
    match direction {
        Direction::Forward => Box::new(|at| at + 1),
        Direction::Backward => Box::new(|at| at.saturating_sub(1)),
    }
}

fn longest<T: Ord>(items: impl IntoIterator<Item = T>) -> Option<T> {
    items.into_iter().max()
}

fn measure(span: impl Into<Span>) -> Offset {
    let span = span.into();
    span.end - span.start
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Span {
        Span { start, end }
    }
}

impl Extend<Span> for Span {
    fn extend<I: IntoIterator<Item = Span>>(&mut self, spans: I) {
        self.end = spans.into_iter().map(|span| span.end).fold(self.end, usize::max);
    }
}

fn main() {
    let spans = [Span::from((2, 9)), Span::from((4, 6))];
    let widest = longest(inside(&spans, 5)).map(measure);
    let back = walker(Direction::Backward)(walker(Direction::Forward)(30));
    let mut grown = spans[1];
    grown.extend(spans);
    println!("{widest:?} {back} {}", grown.end);
}
