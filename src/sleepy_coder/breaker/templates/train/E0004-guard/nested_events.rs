//~ family: E0004-guard
#[derive(Clone, Debug)]
enum Shape {
    Dot,
    Line { length: f64 },
    Group(Vec<Shape>),
}

mod limits {
    pub const LONG: f64 = 12.5;

    pub fn class(count: usize) -> Option<char> {
        (match count {
            n if n > 40 => Some('x'),
            n if n > 4 => Some('m'),
            n => char::from_digit(n as u32, 10),
        })
        .filter(|c| c.is_ascii())
    }
}

fn weight(shape: &Shape) -> f64 {
    match shape {
        Shape::Dot => 0.5,
        Shape::Line { length } if *length >= limits::LONG => limits::LONG,
        Shape::Line { length } => *length,
        Shape::Group(parts) if parts.len() == 1 => weight(&parts[0]),
        Shape::Group(parts) => parts.iter().map(weight).sum::<f64>() / 2.0,
    }
}

fn main() {
    let lines = Shape::Group(vec![Shape::Line { length: 30.0 }, Shape::Line { length: 2.0 }]);
    let label = if let Shape::Group(parts) = &lines { limits::class(parts.len()) } else { None };
    println!("{label:?} {}", weight(&Shape::Group(vec![lines, Shape::Dot])));
}
