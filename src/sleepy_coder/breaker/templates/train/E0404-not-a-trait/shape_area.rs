//~ family: E0404-not-a-trait
trait Area {
    fn area(&self) -> u32;
}

struct Square {
    side: u32,
}

struct Strip {
    width: u32,
    height: u32,
}

impl Area for Square {
    fn area(&self) -> u32 {
        self.side * self.side
    }
}

impl Area for Strip {
    fn area(&self) -> u32 {
        self.width * self.height
    }
}

fn largest(shapes: &[Box<dyn Area>]) -> u32 {
    shapes.iter().map(|shape| shape.area()).max().unwrap_or(0)
}

fn main() {
    let shapes: Vec<Box<dyn Area>> = vec![Box::new(Square { side: 6 }), Box::new(Strip { width: 4, height: 11 })];
    println!("largest {}", largest(&shapes));
}
