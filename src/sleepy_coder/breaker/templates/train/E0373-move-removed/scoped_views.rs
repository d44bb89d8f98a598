//~ family: E0373-move-removed
//~ vary f64: f64 | f32
use std::iter;

#[derive(Debug, Clone, Copy)]
enum Shape {
    Circle(f64),
    Square { side: f64 },
}

trait Scale {
    type Output;

    fn scaler(&self) -> Box<dyn Fn(f64) -> Self::Output>;
}

impl Scale for Shape {
    type Output = Shape;

    fn scaler(&self) -> Box<dyn Fn(f64) -> Shape> {
        match *self {
            Shape::Circle(radius) => Box::new(move |factor| Shape::Circle(radius * factor)),
            Shape::Square { side } => Box::new(move |factor| Shape::Square { side: side * factor }),
        }
    }
}

fn growing(first: f64) -> impl Iterator<Item = f64> {
    let ratio = if first > 1.0 { 0.5 } else { 2.0 };
    iter::successors(Some(first), move |value| Some(value * ratio))
}

fn counter() -> impl FnMut() -> Option<u32> {
    let mut left = 3;
    move || {
        left -= i32::from(left > 0);
        u32::try_from(left).ok()
    }
}

fn main() {
    for shape in [Shape::Circle(1.5), Shape::Square { side: 2.0 }] {
        let scale = shape.scaler();
        for factor in growing(0.5).take(2) {
            match scale(factor) {
                Shape::Circle(radius) => println!("circle {radius:.1}"),
                Shape::Square { side } => println!("square {side:.1}"),
            }
        }
    }
    let mut next = counter();
    println!("{:?} {:?}", next(), iter::repeat_with(next).take(2).last());
}
