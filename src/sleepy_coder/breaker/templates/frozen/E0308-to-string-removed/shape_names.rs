//~ family: E0308-to-string-removed
//~ vary f64: f64 | f32
//~ vary tile: tile | panel | plank
trait Shape {
    fn area(&self) -> f64;
    fn title(&self) -> String {
        "unnamed".to_string()
    }
}

struct Square(f64);
struct Ring {
    outer: f64,
    inner: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
    fn title(&self) -> String {
        if self.0 > 3.0 { "slab".to_string() } else { String::from("tile") }
    }
}

impl Shape for Ring {
    fn area(&self) -> f64 {
        3.14 * (self.outer * self.outer - self.inner * self.inner)
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> =
        vec![Box::new(Square(2.5)), Box::new(Ring { outer: 4.0, inner: 1.5 }), Box::new(Square(6.0))];
    for shape in shapes.iter() {
        println!("{:>8} {:7.2}", shape.title(), shape.area());
    }
}
