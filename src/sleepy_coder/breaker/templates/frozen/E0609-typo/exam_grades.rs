//~ family: E0609-typo
//~ vary f64: f64 | f32
//~ vary Biology: Biology | Physics | History
#[derive(Clone, Copy)]
struct Weights {
    written: f64,
    oral: f64,
}

struct Exam<'a> {
    subject: &'a str,
    weights: Weights,
    marks: (f64, f64),
}

trait Graded {
    fn grade(&self) -> f64;

    fn letter(&self) -> char {
        match self.grade() {
            high if high >= 85.0 => 'A',
            middle if middle >= 60.0 => 'B',
            _ => 'C',
        }
    }
}

impl Graded for Exam<'_> {
    fn grade(&self) -> f64 {
        let shares = self.weights;
        let (written, oral) = self.marks;
        (written * shares.written + oral * shares.oral) / (shares.written + shares.oral)
    }
}

fn main() {
    let equal = Weights { written: 1.0, oral: 1.0 };
    let strict = Weights { written: 3.0, ..equal };
    for (subject, weights) in [("Biology", equal), ("Latin", strict)] {
        let exam = Exam { subject, weights, marks: (58.0, 92.0) };
        println!("{}: {:.1} {}", exam.subject, exam.grade(), exam.letter());
    }
}
