//~ family: E0449-pub-added
mod billing {
    use std::fmt;

    pub enum Line {
        Hours { count: f32, rate: f32 },
        Fixed(f32),
    }

    pub struct Invoice {
        pub lines: Vec<Line>,
    }

    impl fmt::Display for Invoice {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            for line in &self.lines {
                writeln!(f, "{:>8.2}", amount(line))?;
            }
            write!(f, "{:>8.2}", self.lines.iter().map(amount).sum::<f32>())
        }
    }

    impl Extend<Line> for Invoice {
        fn extend<I: IntoIterator<Item = Line>>(&mut self, lines: I) {
            for line in lines {
                self.lines.push(line);
            }
        }
    }

    fn amount(line: &Line) -> f32 {
        match line {
            Line::Hours { count, rate } => count * rate,
            Line::Fixed(amount) => *amount,
        }
    }
}

use billing::{Invoice, Line};

fn main() {
    let mut invoice = Invoice { lines: vec![Line::Fixed(40.0)] };
    invoice.extend([Line::Hours { count: 2.5, rate: 60.0 }]);
    println!("{invoice}");
}
