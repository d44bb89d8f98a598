//~ family: E0382-clone-removed
#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Name(String),
    Not(Box<Expr>),
    And(Vec<Expr>),
}

fn negate(expr: Expr) -> Expr {
    match expr {
        Expr::Not(inner) => *inner,
        other => Expr::Not(Box::new(other)),
    }
}

fn simplify(expr: Expr) -> Expr {
    let before = expr.clone();
    let after = match expr {
        Expr::And(mut parts) if parts.len() == 1 => parts.remove(0),
        Expr::And(parts) => Expr::And(parts.into_iter().map(simplify).collect()),
        Expr::Not(inner) => negate(simplify(*inner.clone())),
        name => name,
    };
    if after == before {
        after
    } else {
        simplify(after)
    }
}

fn excluded(names: Vec<String>) -> (Expr, String) {
    let joined = names.clone().join("+");
    let parts: Vec<Expr> = names.into_iter().map(|name| negate(Expr::Name(name))).collect();
    let whole = Expr::And(parts.to_vec());
    (if parts.is_empty() { negate(whole) } else { whole }, joined)
}

fn main() {
    let (expr, joined) = excluded(vec!["a".to_string(), "b".to_string()]);
    let twice = negate(negate(expr.clone()));
    println!("{joined} {} {:?}", twice == expr, simplify(Expr::And(vec![expr])));
}
