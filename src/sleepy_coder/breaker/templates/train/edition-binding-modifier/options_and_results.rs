//~ family: edition-binding-modifier
//~ edition: 2024
use std::collections::HashMap;

#[derive(Debug)]
enum Value {
    Text(String),
    List(Vec<Value>),
    Pair(Box<(Value, Value)>),
}

type Scope = HashMap<String, Result<Value, String>>;

fn describe(value: &Value, depth: usize) -> String {
    let Value::List(items) = value else {
        return match value {
            Value::Pair(both) => {
                let (left, right) = &**both;
                format!("{}={}", describe(left, depth), describe(right, depth))
            }
            other => format!("{other:?}"),
        };
    };
    items.iter().map(|item| describe(item, depth + 1)).collect::<Vec<_>>().join(&" ".repeat(depth))
}

fn text<'s>(scope: &'s Scope, name: &str) -> Result<&'s str, &'s String> {
    match scope.get(name) {
        Some(Ok(Value::Text(text))) => Ok(text),
        Some(Err(problem)) => Err(problem),
        Some(Ok(_)) | None => Ok("?"),
    }
}

fn main() {
    let word = |text: &str| Value::Text(text.to_string());
    let list = Value::List(vec![word("a"), Value::Pair(Box::new((word("b"), word("c"))))]);
    println!("{}", describe(&list, 1));
    let scope = Scope::from([("x".into(), Ok(word("yes"))), ("y".into(), Err("cycle".into()))]);
    if let (Ok(x), Err(y)) = (text(&scope, "x"), text(&scope, "y")) {
        println!("{x} {y}");
    }
    for (name, value) in scope.iter().filter(|(_, value)| value.is_ok()) {
        println!("{name} {value:?}");
    }
}
