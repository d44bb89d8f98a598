//~ family: E0424-self-param-removed
//~ vary f64: f64 | f32
enum Shape {
    Disc { radius: f64 },
    Block(f64, f64),
}

struct Style {
    width: f64,
    dashed: bool,
}

#[allow(dead_code)]
impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Disc { radius } => radius * radius * 3.1,
            Shape::Block(a, b) => a * b,
        }
    }

    fn is_round(&self) -> bool {
        matches!(*self, Shape::Disc { .. })
    }

    fn grown(self, by: f64) -> Shape {
        if let Shape::Disc { radius } = self {
            Shape::Disc { radius: radius * by }
        } else {
            Shape::Block(by, by)
        }
    }
}

impl Style {
    #[allow(dead_code)]
    fn stroke(&self, scale: f64) -> String {
        let kind = if self.dashed { "dashed" } else { "solid" };
        format!("{kind} {scale}")
    }
}

fn main() {
    let shapes = vec![Shape::Block(2.0, 4.5), Shape::Disc { radius: 1.5 }];
    let style = Style { width: 0.5, dashed: true };
    println!("{} {} {}", shapes.len(), style.width, style.dashed);
}
