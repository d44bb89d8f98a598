//~ family: E0600-negate
//~ vary f32: f32 | f64
trait Graded {
    fn grade(&self) -> f32;
    fn weight(&self) -> f32 {
        1.0
    }
}

struct Quiz(f32);
struct Exam {
    written: f32,
    oral: f32,
}

impl Graded for Quiz {
    fn grade(&self) -> f32 {
        self.0
    }
}

impl Graded for Exam {
    fn grade(&self) -> f32 {
        let both = self.written + self.oral;
        both * 0.5
    }
    fn weight(&self) -> f32 {
        3.0
    }
}

fn main() {
    let parts: Vec<&dyn Graded> = vec![&Quiz(14.0), &Exam { written: 11.5, oral: 16.0 }];
    let total: f32 = parts.iter().map(|part| part.weight()).sum();
    let points: f32 = parts.iter().map(|part| part.grade() * part.weight()).sum();
    println!("{:.2} of {:.1}", points / total, total);
}
