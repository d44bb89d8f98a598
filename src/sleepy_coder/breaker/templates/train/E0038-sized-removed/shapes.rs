//~ family: E0038-sized-removed
#[derive(Clone)]
struct Circle {
    radius: f64,
}

trait Shape {
    fn area(&self) -> f64;

    fn unit() -> Self
    where
        Self: Sized;

    fn scaled(&self, factor: f64) -> Self
    where
        Self: Sized;
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        self.radius * self.radius * 3.0
    }

    fn unit() -> Circle {
        Circle { radius: 1.0 }
    }

    fn scaled(&self, factor: f64) -> Circle {
        Circle { radius: self.radius * factor }
    }
}

fn main() {
    let small = Circle::unit();
    let large = small.scaled(3.0);
    let shown: &dyn Shape = if large.area() > 20.0 { &large } else { &small };
    println!("{:.1}", shown.area());
}
