//~ family: E0505-clone-removed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Dot,
    Path(Vec<(i32, i32)>),
}

#[derive(Default)]
struct History {
    past: Vec<Shape>,
    labels: HashMap<String, usize>,
}

impl History {
    fn record(&mut self, label: String, shape: Shape) -> &Shape {
        self.labels.insert(label, self.past.len());
        self.past.push(shape);
        &self.past[self.past.len() - 1]
    }
}

fn extended(shape: Shape, to: (i32, i32)) -> Shape {
    match shape {
        Shape::Dot => Shape::Path(vec![to]),
        Shape::Path(mut points) => {
            points.push(to);
            Shape::Path(points)
        }
    }
}

fn main() {
    let mut history = History::default();
    let path = extended(Shape::Dot, (1, 2));
    let start = if let Shape::Path(points) = &path {
        points.first()
    } else {
        None
    };
    let longer = extended(path.clone(), (3, 4));
    let label = String::from("draw line");
    let short = label.split(' ').next().unwrap_or_default();
    let kept = history.record(label.clone(), longer);
    println!("{short} {kept:?} from {start:?}");
    let shapes = [kept.clone(), Shape::Dot];
    let dots = shapes.iter().filter(|shape| **shape == Shape::Dot);
    let pair = std::convert::identity(shapes.clone());
    println!("{} {} {}", dots.count(), pair.len(), history.labels.len());
}
