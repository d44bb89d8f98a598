//~ family: E0599-bound-removed
trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        "shape".to_string()
    }
}

struct Square(f64);

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn describe<S: Shape>(shape: &S) -> String {
    format!("the larger {}", shape.name())
}

struct Pair<T> {
    left: T,
    right: T,
}

impl<T: Shape> Pair<T> {
    fn larger(&self) -> &T {
        if self.left.area() > 4.0 { &self.left } else { &self.right }
    }
}

fn main() {
    let pair = Pair { left: Square(1.5), right: Square(3.0) };
    let larger = pair.larger();
    println!("{} {}", describe(larger), larger.0);
}
