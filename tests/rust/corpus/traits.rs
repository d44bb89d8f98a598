trait Shape {
    const SIDES: u32;
    fn area(&self) -> f64;
    fn name(&self) -> String {
        String::new()
    }
}

struct Square(f64);

impl Shape for Square {
    fn area(self) -> f64 {
        self.0 * self.0
    }
    fn colour(&self) {}
}

impl Copy for Square {}

fn largest<T>(values: &[T]) -> Option<&T> {
    values.iter().max()
}

fn show(shape: Shape) -> u8 {
    let wide: u64 = 1;
    wide + shape.area()
}

fn main() {
    largest(&[1.0, 2.0]);
}
