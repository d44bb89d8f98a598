//~ family: E0252-import-twice
mod shapes {
    use std::f64::consts::PI;
    use std::fmt;

    #[derive(Debug)]
    pub enum Shape {
        Disc { radius: f64 },
        Box(f64, f64),
    }

    impl fmt::Display for Shape {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Shape::Disc { radius } => write!(out, "disc of {}", PI * radius * radius),
                Shape::Box(width, height) => write!(out, "box of {}", width * height),
            }
        }
    }

    pub mod parse {
        use std::num::ParseFloatError;

        use super::Shape;

        pub fn disc(text: &str) -> Result<Shape, ParseFloatError> {
            text.trim().parse().map(|radius| Shape::Disc { radius })
        }
    }
}

use shapes::Shape;
use shapes::parse::disc;

fn main() {
    match disc(" 2.5 ") {
        Ok(shape) => println!("{shape}"),
        Err(error) => println!("bad radius: {error}"),
    }
    println!("{} {:?}", Shape::Box(2.0, 3.5), disc("wide").is_err());
}
