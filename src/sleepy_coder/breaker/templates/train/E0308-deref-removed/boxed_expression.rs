//~ family: E0308-deref-removed
//~ vary i64: i64 | i32
//~ vary saturating_add: saturating_add | wrapping_add
enum Expr {
    Num(i64),
    Neg(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
    Scale { by: i64, inner: Box<Expr> },
}

fn value(expr: &Expr) -> i64 {
    match expr {
        Expr::Num(number) => *number,
        Expr::Neg(inner) => -value(inner),
        Expr::Add(left, right) => value(left).saturating_add(value(right)),
        Expr::Scale { by, inner } => times(*by, value(inner)),
    }
}

fn times(by: i64, amount: i64) -> i64 {
    by * amount
}

fn simplify(expr: Expr) -> Expr {
    match expr {
        Expr::Neg(inner) => match *inner {
            Expr::Neg(deep) => simplify(*deep),
            other => Expr::Neg(Box::new(simplify(other))),
        },
        other => other,
    }
}

fn main() {
    let sum = Expr::Add(Box::new(Expr::Num(7)), Box::new(Expr::Neg(Box::new(Expr::Num(12)))));
    let twice = Expr::Neg(Box::new(Expr::Neg(Box::new(Expr::Scale { by: 3, inner: Box::new(sum) }))));
    let plain = simplify(twice);
    println!("{} {}", value(&plain), matches!(plain, Expr::Scale { .. }));
}
