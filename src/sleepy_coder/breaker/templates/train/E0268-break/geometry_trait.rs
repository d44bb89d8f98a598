//~ family: E0268-break
trait Shape {
    fn area(&self) -> f64;

    fn ratio(&self, other: &dyn Shape) -> Result<f64, &'static str> {
        let whole = other.area();
        if whole == 0.0 {
            return Err("flat");
        }
        Ok(self.area() / whole)
    }
}

struct Triangle(f64, f64, f64);

impl Shape for Triangle {
    fn area(&self) -> f64 {
        let Triangle(a, b, c) = *self;
        let half = (a + b + c) / 2.0;
        let square = half * (half - a) * (half - b) * (half - c);
        if square <= 0.0 {
            return 0.0;
        }
        square.sqrt()
    }
}

mod signs {
    pub fn signum(value: f64) -> i8 {
        {
            let size = value.abs();
            if size < 1e-9 {
                return 0;
            }
        }
        if value < 0.0 {
            -1
        } else {
            1
        }
    }
}

fn main() {
    let (big, flat) = (Triangle(3.0, 4.0, 5.0), Triangle(1.0, 2.0, 3.0));
    println!("{:.2} {:?}", big.area(), big.ratio(&flat));
    println!("{:?} {}", flat.ratio(&big), signs::signum(-2.5));
}
