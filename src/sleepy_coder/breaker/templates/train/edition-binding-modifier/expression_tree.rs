//~ family: edition-binding-modifier
//~ edition: 2024
enum Expr {
    Number(f64),
    Negated(Box<Expr>),
    Binary { op: char, left: Box<Expr>, right: Box<Expr> },
    Call(String, Vec<Expr>),
}

impl Expr {
    fn show(&self) -> String {
        match self {
            Expr::Number(value) => value.to_string(),
            Expr::Negated(inner) => format!("-{}", inner.show()),
            Expr::Binary { op, left, right } => format!("({} {op} {})", left.show(), right.show()),
            Expr::Call(name, arguments) => {
                let shown: Vec<String> = arguments.iter().map(Expr::show).collect();
                format!("{name}({})", shown.join(", "))
            }
        }
    }

    fn scale(&mut self, by: f64) {
        match self {
            Expr::Number(value) => *value *= by,
            Expr::Negated(inner) => inner.scale(by),
            Expr::Call(_, arguments) => arguments.iter_mut().for_each(|argument| argument.scale(by)),
            Expr::Binary { left, right, .. } => {
                left.scale(by);
                right.scale(by);
            }
        }
    }
}

fn main() {
    let call = Expr::Call("max".to_string(), vec![Expr::Number(2.5), Expr::Negated(Box::new(Expr::Number(4.0)))]);
    let mut tree = Expr::Binary { op: '+', left: Box::new(Expr::Number(1.5)), right: Box::new(call) };
    tree.scale(2.0);
    println!("{}", tree.show());
}
