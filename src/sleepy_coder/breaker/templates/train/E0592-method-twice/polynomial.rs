//~ family: E0592-method-twice
//~ vary i64: i64 | i32
use std::fmt;

#[derive(Clone, PartialEq, Default)]
struct Polynomial {
    terms: Vec<i64>,
}

struct Roots<'p> {
    of: &'p Polynomial,
    next: i64,
}

impl fmt::Display for Polynomial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: Vec<String> = self
            .terms
            .iter()
            .enumerate()
            .rev()
            .map(|(power, term)| format!("{term}x^{power}"))
            .collect();
        f.write_str(&shown.join(" + "))
    }
}

impl Polynomial {
    fn degree(&self) -> Option<usize> {
        self.terms.iter().rposition(|term| *term != 0)
    }

    fn at(&self, x: i64) -> i64 {
        self.terms.iter().rev().fold(0, |sum, term| sum * x + term)
    }

    async fn later(self) -> Polynomial {
        self
    }

    fn derived(&self) -> Self {
        let terms = (1..)
            .zip(self.terms.iter().skip(1))
            .map(|(power, term)| power * term)
            .collect();
        Polynomial { terms }
    }

    fn roots(&self) -> Roots<'_> {
        Roots { of: self, next: -9 }
    }

    fn trim(mut self) -> Self {
        while self.terms.last() == Some(&0) {
            self.terms.pop();
        }
        self
    }
}

impl Iterator for Roots<'_> {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        let found = (self.next..10).find(|x| self.of.at(*x) == 0)?;
        self.next = found + 1;
        Some(found)
    }
}

fn main() {
    let square = Polynomial {
        terms: vec![-4, 0, 1, 0],
    };
    println!(
        "{square} {:?} {:?}",
        square.degree(),
        square.roots().collect::<Vec<_>>()
    );
    println!("{}", square.derived().trim());
    drop(square.later());
}
