//~ family: E0507-match-borrow-removed
enum Expr {
    Number(i64),
    Add(Box<Expr>, Box<Expr>),
    Negate(Box<Expr>),
}

impl Expr {
    fn value(&self) -> i64 {
        match self {
            Expr::Number(number) => *number,
            Expr::Add(left, right) => left.value() + right.value(),
            Expr::Negate(inner) => -inner.value(),
        }
    }
}

struct Program {
    lines: Vec<Expr>,
}

impl Program {
    fn first_operand(&self, line: usize) -> Option<i64> {
        match &self.lines[line] {
            Expr::Add(left, _) => Some(left.value()),
            Expr::Negate(inner) => Some(inner.value()),
            Expr::Number(_) => None,
        }
    }
}

fn main() {
    let sum = Expr::Add(Box::new(Expr::Number(4)), Box::new(Expr::Negate(Box::new(Expr::Number(9)))));
    let program = Program { lines: vec![sum, Expr::Number(3)] };
    println!("{:?} {:?}", program.first_operand(0), program.first_operand(1));
    println!("{}", program.lines[0].value());
}
