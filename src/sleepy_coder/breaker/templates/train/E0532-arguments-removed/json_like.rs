//~ family: E0532-arguments-removed
//~ vary i64: i64 | f64
enum Value {
    Number(i64),
    Text(String),
    List(Vec<Value>),
    Nothing,
}

fn is_leaf(value: &Value) -> bool {
    match value {
        Value::List(_) => false,
        Value::Number(_) | Value::Text(_) | Value::Nothing => true,
    }
}

fn depth(value: &Value) -> usize {
    if let Value::List(items) = value {
        return 1 + items.iter().map(depth).max().unwrap_or(0);
    }
    0
}

fn main() {
    let inner = Value::List(vec![Value::Number(4 as i64), Value::Nothing]);
    let outer = Value::List(vec![inner, Value::Text("x".to_string())]);
    println!("{} {}", depth(&outer), is_leaf(&outer));
    println!("{}", is_leaf(&Value::Text(String::new())));
}
