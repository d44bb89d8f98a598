//~ family: E0599-method-typo
trait Shape {
    fn area(&self) -> f64;

    fn describe(&self) -> String {
        let area = self.area();
        format!("{area:.1} square metres")
    }
}

struct Square(f64);
struct Ring {
    outer: f64,
    inner: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0.powi(2)
    }
}

impl Shape for Ring {
    fn area(&self) -> f64 {
        std::f64::consts::PI * (self.outer.powi(2) - self.inner.powi(2))
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(2.5)), Box::new(Ring { outer: 3.0, inner: 1.0 })];
    for shape in shapes.iter() {
        let text = shape.describe();
        println!("{text}");
    }
}
