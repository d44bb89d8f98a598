//~ family: E0204-copy-derived
#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Number(i64),
    Sum(Box<Expr>, Box<Expr>),
}

#[derive(Clone, Debug, Default)]
struct Notes {
    lines: Vec<&'static str>,
    last: Option<Box<i64>>,
}

impl Expr {
    fn value(&self, notes: &mut Notes) -> i64 {
        match self {
            Expr::Number(value) => *value,
            Expr::Sum(left, right) => {
                notes.lines.push("sum");
                let total = left.value(notes) + right.value(notes);
                notes.last = Some(Box::new(total));
                total
            }
        }
    }
}

fn main() {
    let two = Box::new(Expr::Number(2));
    let expr = Expr::Sum(two.clone(), Box::new(Expr::Sum(two, Box::new(Expr::Number(5)))));
    let mut notes = Notes::default();
    println!("{} {:?}", expr.value(&mut notes), notes.clone());
}
