//~ family: E0310-static-removed
trait Shape {
    fn area(&self) -> f64;
}

struct Square(f64);
struct Twice<S>(S);

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

impl<S: Shape> Shape for Twice<S> {
    fn area(&self) -> f64 {
        2.0 * self.0.area()
    }
}

fn doubled<S>(shape: S) -> Box<dyn Shape>
where
    S: Shape + 'static,
{
    Box::new(Twice(shape))
}

fn boxed(shapes: Vec<impl Shape + 'static>) -> Vec<Box<dyn Shape>> {
    let mut boxed: Vec<Box<dyn Shape>> = Vec::new();
    for shape in shapes {
        boxed.push(Box::new(shape));
    }
    boxed
}

fn main() {
    println!("{:.1}", doubled(Square(1.5)).area());
    let total: f64 = boxed(vec![Square(2.0), Square(0.5)]).iter().map(|shape| shape.area()).sum();
    println!("{total}");
}
