//~ family: E0050-parameter-count
trait Shape {
    fn build(width: u32, height: u32) -> Self;
    fn grow(&self, by: u32) -> u32;
}

#[derive(Debug)]
struct Square(u32);

#[derive(Debug)]
struct Oblong {
    width: u32,
    height: u32,
}

impl Shape for Square {
    fn build(width: u32, _height: u32) -> Square {
        Square(width)
    }
    fn grow(&self, by: u32) -> u32 {
        (self.0 + by).pow(2)
    }
}

impl Shape for Oblong {
    fn build(width: u32, height: u32) -> Oblong {
        Oblong { width, height }
    }
    fn grow(&self, by: u32) -> u32 {
        (self.width + by) * self.height
    }
}

fn make<S: Shape>(sides: (u32, u32)) -> (S, u32) {
    let shape = S::build(sides.0, sides.1);
    let grown = shape.grow(1);
    (shape, grown)
}

fn main() {
    println!("{:?}", make::<Square>((4, 9)));
    println!("{:?}", make::<Oblong>((4, 9)));
}
