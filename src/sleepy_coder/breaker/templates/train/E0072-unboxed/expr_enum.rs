//~ family: E0072-unboxed
//~ vary i64: i64 | i32 | f64
use std::fmt;

#[derive(Debug, Clone)]
enum Expr {
    Value(i64),
    Negate(Option<Box<Expr>>),
    Sum { left: Option<Box<Expr>>, right: Vec<Expr> },
    Named(String, Result<(u8, Box<Expr>), fmt::Error>),
}

impl Expr {
    fn value(&self) -> Option<i64> {
        Some(match self {
            Expr::Value(number) => *number,
            Expr::Negate(inner) => -inner.as_ref()?.value()?,
            Expr::Sum { left, right } => {
                let first = left.as_ref().and_then(|left| left.value()).unwrap_or_default();
                right.iter().filter_map(Expr::value).fold(first, |total, value| total + value)
            }
            Expr::Named(_, Ok((_, body))) => return body.value(),
            Expr::Named(name, Err(error)) => {
                println!("{name}: {error}");
                return None;
            }
        })
    }
}

fn main() {
    let four = Expr::Value(4 as i64);
    let negated = Expr::Negate(Some(four.clone().into()));
    let sum = Expr::Sum { left: Some(four.into()), right: vec![negated] };
    for named in [Expr::Named("sum".to_string(), Ok((1, sum.into()))), Expr::Named("no".into(), Err(fmt::Error))] {
        println!("{:?} {named:?}", named.value());
    }
}
