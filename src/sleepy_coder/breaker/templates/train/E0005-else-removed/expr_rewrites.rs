//~ family: E0005-else-removed
//~ vary i64: i64 | i32
#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Num(i64),
    Neg(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
}

impl Expr {
    fn constant(&self) -> Option<i64> {
        let Expr::Num(value) = self else { return None };
        Some(*value)
    }

    fn folded(&self) -> Option<Expr> {
        let Expr::Add(left, right) = self else {
            return None;
        };
        let (Some(a), Some(b)) = (left.constant(), right.constant()) else {
            return None;
        };
        Some(Expr::Num(a + b))
    }

    fn without_double_negation(&self) -> Option<&Expr> {
        let Expr::Neg(outer) = self else { return None };
        let Expr::Neg(inner) = &**outer else { return None };
        Some(inner)
    }
}

fn main() {
    let sum = Expr::Add(Box::new(Expr::Num(3)), Box::new(Expr::Num(8)));
    println!("{:?}", sum.folded());
    let twice = Expr::Neg(Box::new(Expr::Neg(Box::new(sum.clone()))));
    println!("{:?} {}", twice.without_double_negation(), twice == sum);
}
