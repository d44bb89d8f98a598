//~ family: E0308-reference-removed
use std::fmt::Debug;

trait Visitor {
    fn circle(&mut self, radius: &f64);
    fn group(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            shape.accept(self);
        }
    }
}

#[derive(Debug)]
enum Shape {
    Circle(f64),
    Group(Vec<Shape>),
}

impl Shape {
    fn accept<V: Visitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Shape::Circle(radius) => visitor.circle(radius),
            Shape::Group(shapes) => visitor.group(shapes),
        }
    }
}

#[derive(Debug, Default)]
struct Total {
    sum: f64,
}

impl Visitor for Total {
    fn circle(&mut self, radius: &f64) {
        self.sum += radius.powi(2);
    }
}

fn show(item: &dyn Debug, total: &Total) -> String {
    format!("{item:?} {:.1}", total.sum)
}

fn main() {
    let mut total = Total::default();
    let half = 0.5;
    total.circle(&half);
    let group = Shape::Group(vec![Shape::Circle(2.0), Shape::Circle(1.5)]);
    group.accept(&mut total);
    let twice = &mut Total { sum: total.sum * 2.0 };
    println!("{}", show(&group, twice));
    println!("{}", show(&half, &total));
}
