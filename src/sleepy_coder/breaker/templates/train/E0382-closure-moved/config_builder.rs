//~ family: E0382-closure-moved
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
enum Value {
    Text(String),
    List(Vec<Value>),
}

fn flattened(value: Value, separator: String) -> Result<String, Value> {
    let Value::List(items) = value else {
        return Err(value);
    };
    let texts: Vec<&str> = items
        .iter()
        .flat_map(|item| match item {
            Value::Text(text) => Some(text.as_str()),
            Value::List(inner) if inner.is_empty() => Some(separator.as_str()),
            Value::List(_) => None,
        })
        .collect();
    Ok(texts.join(&separator))
}

fn filled(defaults: HashMap<&str, Value>, key: &str, given: Option<Value>) -> (Value, usize) {
    let value = given.or_else(|| defaults.get(key).cloned()).unwrap_or(Value::List(Vec::new()));
    (value, defaults.len())
}

fn main() {
    let text = Value::Text("a".to_string());
    let twice = std::iter::repeat_with(|| text.clone()).take(2).collect();
    println!("{:?}", flattened(Value::List(twice), "-".to_string()));
    println!("{}", flattened(text.clone(), String::new()).is_err_and(|left| left == text));
    println!("{:?}", filled(HashMap::from([("k", text)]), "k", None));
}
