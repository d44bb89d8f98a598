//~ family: E0507-borrow-removed
//~ vary i64: i64 | i32 | u64
//~ vary depth: depth | height | radius
enum Expr {
    Number(i64),
    Named(String),
    Product(Box<Expr>, Box<Expr>),
}

struct Formula {
    title: String,
    root: Expr,
}

fn show(expr: &Expr) -> String {
    match expr {
        Expr::Number(value) => value.to_string(),
        Expr::Named(label) => label.to_lowercase(),
        Expr::Product(left, right) => format!("({} * {})", show(left), show(right)),
    }
}

fn headline(formula: &Formula) -> String {
    let outermost = match &formula.root {
        Expr::Number(value) => format!("number {value}"),
        Expr::Named(label) => label.clone(),
        Expr::Product(left, _) => show(left),
    };
    formula.title.clone() + ": " + &outermost
}

fn main() {
    let inner = Expr::Product(Box::new(Expr::Number(4)), Box::new(Expr::Named("Width".to_string())));
    let root = Expr::Product(Box::new(inner), Box::new(Expr::Named("depth".to_string())));
    let formula = Formula { title: "volume".to_string(), root };
    println!("{} in {}", headline(&formula), show(&formula.root));
}
