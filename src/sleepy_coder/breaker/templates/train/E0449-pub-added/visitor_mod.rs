//~ family: E0449-pub-added
mod shapes {
    pub trait Visitor {
        type Out;

        fn circle(&self, radius: f64) -> Self::Out;
        fn square(&self, side: f64) -> Self::Out;
    }

    pub enum Shape {
        Circle(f64),
        Square { side: f64 },
    }

    impl Shape {
        pub fn accept<V: Visitor>(&self, visitor: &V) -> V::Out {
            match self {
                Shape::Circle(radius) => visitor.circle(*radius),
                Shape::Square { side } => visitor.square(*side),
            }
        }
    }
}

use shapes::{Shape, Visitor};

struct Area;

impl Visitor for Area {
    type Out = f64;

    fn circle(&self, radius: f64) -> f64 {
        3.0 * radius * radius
    }

    fn square(&self, side: f64) -> f64 {
        side * side
    }
}

fn main() {
    let shapes = vec![Shape::Circle(1.5), Shape::Square { side: 2.0 }];
    println!("{}", shapes.iter().map(|shape| shape.accept(&Area)).sum::<f64>());
}
