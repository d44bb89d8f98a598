//~ family: E0392-lifetime-added
//~ vary f64: f64 | f32
/// What can be drawn.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub(crate) enum Shape {
    Dot,
    Line { from: (f64, f64), to: (f64, f64) },
    Box(f64, f64),
}

#[derive(Debug, Default)]
struct Tally {
    dots: usize,
    strokes: usize,
}

struct Label<D: ToString, const WIDTH: usize> {
    shown: D,
}

struct Quiet;

fn pad<D: ToString, const WIDTH: usize>(label: Label<D, WIDTH>) -> String {
    let text = label.shown.to_string();
    " ".repeat(WIDTH.saturating_sub(text.len())) + &text
}

fn count(shapes: &[Shape], _mode: Quiet) -> Tally {
    let mut tally = Tally::default();
    for shape in shapes {
        match *shape {
            Shape::Dot => tally.dots += 1,
            Shape::Line { from, to } if from == to => tally.dots += 1,
            Shape::Line { .. } => tally.strokes += 1,
            Shape::Box(width, height) if width * height > 0.0 => tally.strokes += 4,
            Shape::Box(..) => {}
        }
    }
    tally
}

fn main() {
    let shapes = [Shape::Dot, Shape::Line { from: (0.0, 1.0), to: (2.0, 2.5) }, Shape::Box(3.0, 1.5)];
    let tally = count(&shapes, Quiet);
    println!("{} {tally:?}", pad(Label::<_, 6> { shown: tally.dots + tally.strokes }));
}
