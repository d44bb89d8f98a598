//~ family: E0026-field-typo
//~ vary i64: i64 | i32
use std::fmt;

enum Expr {
    Number(i64),
    Binary { left: Box<Expr>, op: char, right: Box<Expr> },
    Negated { inner: Box<Expr> },
}

impl Expr {
    fn value(&self) -> Option<i64> {
        if let Self::Negated { inner } = self {
            return inner.value().map(|n| -n);
        }
        let Self::Binary { left, op: sign, right } = self else {
            return if let Self::Number(n) = self { Some(*n) } else { None };
        };
        let (a, b) = (left.value()?, right.value()?);
        match sign {
            '+' => Some(a + b),
            '*' => Some(a * b),
            '/' => a.checked_div(b),
            _ => None,
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Number(n) => write!(f, "{n}"),
            Expr::Binary { op, left, right } => write!(f, "({left} {op} {right})"),
            Expr::Negated { inner: of } => write!(f, "-{of}"),
        }
    }
}

fn main() {
    let sum = Expr::Binary { left: Box::new(Expr::Number(4)), op: '+', right: Box::new(Expr::Number(5)) };
    let whole = Expr::Negated { inner: Box::new(sum) };
    println!("{whole} = {:?}", whole.value());
}
