//~ family: E0107-argument-added
//~ vary f64: f64 | f32
mod plane {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }

    pub enum Figure {
        Dot(Point),
        Chain(Vec<Point>),
    }

    impl Point {
        pub fn towards(self, other: &Point) -> Point {
            Point { x: other.x - self.x, y: other.y - self.y }
        }
    }

    impl Figure {
        pub fn anchor(&self) -> Option<&Point> {
            match self {
                Figure::Dot(centre) => Some(centre),
                Figure::Chain(points) => points.first(),
            }
        }
    }
}

use plane::{Figure, Point};

fn anchors(figures: &[Figure]) -> impl Iterator<Item = &Point> {
    figures.iter().filter_map(Figure::anchor)
}

fn main() {
    let corner = Point { x: 3.0, y: 1.5 };
    let figures = [Figure::Dot(corner), Figure::Chain(vec![])];
    let span = |from: Point, to: &Point| from.towards(to).x.abs();
    println!("{} {}", anchors(&figures).count(), span(corner, &Point { x: 0.5, y: 4.0 }));
}
