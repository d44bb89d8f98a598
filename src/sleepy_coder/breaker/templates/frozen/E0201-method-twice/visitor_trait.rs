//~ family: E0201-method-twice
trait Visit {
    fn number(&mut self, value: i64);
    fn group(&mut self, size: usize) -> bool;
    fn done(&self) -> String;
}

enum Shape {
    Number(i64),
    Group(Vec<Shape>),
}

impl Shape {
    fn accept(&self, visit: &mut dyn Visit) {
        match self {
            Shape::Number(value) => visit.number(*value),
            Shape::Group(parts) if visit.group(parts.len()) => parts.iter().for_each(|part| part.accept(visit)),
            Shape::Group(_) => {}
        }
    }
}

#[derive(Default)]
struct Total {
    sum: i64,
    skipped: usize,
}

impl Visit for Total {
    fn number(&mut self, value: i64) {
        self.sum += value;
    }

    fn group(&mut self, size: usize) -> bool {
        self.skipped += size / 3;
        size < 3
    }

    fn done(&self) -> String {
        format!("{} without {}", self.sum, self.skipped)
    }
}

fn main() {
    let inner = Shape::Group(vec![Shape::Number(5), Shape::Number(6), Shape::Number(7)]);
    let shape = Shape::Group(vec![Shape::Number(40), Shape::Group(vec![Shape::Number(-2), inner])]);
    let mut total = Total::default();
    shape.accept(&mut total);
    println!("{}", total.done());
}
