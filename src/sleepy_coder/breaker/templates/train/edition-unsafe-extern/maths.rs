//~ family: edition-unsafe-extern
//~ edition: 2024
trait Measure {
    fn length(&self) -> f64;
}

struct Vector {
    parts: Vec<f64>,
}

unsafe extern "C" {
    fn sqrt(value: f64) -> f64;
}

unsafe extern "C" {
    fn fmax(left: f64, right: f64) -> f64;
}

impl Measure for Vector {
    fn length(&self) -> f64 {
        let sum: f64 = self.parts.iter().map(|part| part * part).sum();
        unsafe { sqrt(sum) }
    }
}

impl Vector {
    fn largest(&self) -> f64 {
        self.parts.iter().fold(0.0, |best, part| unsafe { fmax(best, *part) })
    }
}

fn main() {
    let vector = Vector { parts: vec![3.0, 4.0, 12.0] };
    println!("{:.1} {:.1}", vector.length(), vector.largest());
}
