//~ family: E0023-pattern-field-removed
//~ vary f64: f64 | f32
type Corner = (f64, f64);

enum Shape {
    Circle(Corner, f64),
    Line(Corner, Corner, &'static str),
    Polygon(Vec<Corner>, bool, &'static str),
}

use Shape::*;

trait Outline {
    fn length(&self) -> f64;
    fn start(&self) -> Option<&Corner>;
}

impl Outline for Shape {
    fn length(&self) -> f64 {
        match self {
            Circle(_, radius) => 6.3 * radius,
            Line((x, y), (u, v), _) => ((x - u) * (x - u) + (y - v) * (y - v)).sqrt(),
            Polygon(corners, true, _) => corners.len() as f64,
            Polygon(..) => 0.0,
        }
    }

    fn start(&self) -> Option<&Corner> {
        Some(match self {
            Circle(centre, _) => centre,
            Line(from, _, _) => from,
            Polygon(corners, _, _) => corners.first()?,
        })
    }
}

fn dashes(shapes: &[Shape]) -> usize {
    shapes.iter().filter(|shape| matches!(shape, Line(_, _, "dashed") | Polygon(_, _, "dashed"))).count()
}

fn main() {
    let shapes = [Circle((1.0, 2.0), 4.0), Line((0.0, 0.5), (3.0, 4.5), "dashed"), Polygon(vec![], true, "gray")];
    let total: f64 = shapes.iter().map(Outline::length).sum();
    println!("{total} {} {:?}", dashes(&shapes), shapes[2].start());
}
