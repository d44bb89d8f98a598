//~ family: E0416-bound-twice
//~ vary u32: u32 | i32 | u64
#[derive(Debug)]
enum Shape {
    Disc(u32),
    Slab(u32, u32),
    Block(u32, u32, u32),
}

impl Shape {
    fn width(&self) -> u32 {
        match self {
            Shape::Disc(radius) => radius * 2,
            Shape::Slab(width, _) => *width,
            Shape::Block(width, _, _) => *width,
        }
    }

    fn floor(&self) -> u32 {
        match self {
            Shape::Block(width, depth, _) => width * depth,
            other => other.width(),
        }
    }
}

fn main() {
    for shape in [Shape::Disc(4), Shape::Slab(6, 2), Shape::Block(5, 3, 8)] {
        println!("{:?} {} {}", shape, shape.width(), shape.floor());
    }
}
