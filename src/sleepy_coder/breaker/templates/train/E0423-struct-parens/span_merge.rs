//~ family: E0423-struct-parens
#[derive(Debug, PartialEq, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

trait Cover {
    fn cover(self, other: Self) -> Self;
}

impl Cover for Span {
    fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

fn gap(left: Span, right: Span) -> Option<Span> {
    if left.end < right.start { Some(Span { start: left.end, end: right.start }) } else { None }
}

fn main() {
    let head = Span { start: 2, end: 6 };
    let tail = Span { start: 11, end: 14 };
    println!("{:?}", head.cover(tail));
    println!("{:?} {:?}", gap(head, tail), gap(tail, head));
}
