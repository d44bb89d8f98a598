//~ family: E0532-arguments-removed
#[derive(Clone)]
enum Expr {
    Const(f64),
    Var(char),
    Neg(Box<Expr>),
    Sum(Box<Expr>, Box<Expr>),
}

struct Counter(usize, usize);

fn count(expr: &Expr, counter: &mut Counter) {
    if let Expr::Const(_) = expr {
        counter.0 += 1;
        return;
    }
    match expr {
        Expr::Neg(inner) => count(inner, counter),
        Expr::Sum(left, right) => {
            count(left, counter);
            count(right, counter);
        }
        Expr::Var(..) | Expr::Const(..) => counter.1 += 1,
    }
}

fn show(expr: &Expr) -> String {
    match expr {
        Expr::Const(value) => value.to_string(),
        Expr::Var(name) => name.to_string(),
        Expr::Neg(inner) => match inner.as_ref() {
            Expr::Sum(_, _) => format!("-({})", show(inner)),
            Expr::Neg(_) => show(inner).replacen('-', "", 1),
            _ => format!("-{}", show(inner)),
        },
        Expr::Sum(left, right) => [show(left), show(right)].join(" + "),
    }
}

fn main() {
    let minus = Expr::Neg(Box::new(Expr::Var('x')));
    let sum = Expr::Sum(Box::new(minus.clone()), Box::new(Expr::Const(1.5)));
    let mut counter = Counter(0, 0);
    count(&sum, &mut counter);
    println!("{} {}", counter.0, counter.1);
    println!("{:?}", [&sum, &minus].map(show));
}
