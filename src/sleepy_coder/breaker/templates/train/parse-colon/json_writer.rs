//~ family: parse-colon
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(BTreeMap<String, Value>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

fn render(value: &Value, out: &mut String) -> std::fmt::Result {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => write!(out, "{yes}")?,
        Value::Number(n) if n.is_nan() => return Err(std::fmt::Error),
        Value::Number(n) => write!(out, "{n}")?,
        Value::Text(text) => write!(out, "{text:?}")?,
        Value::List(items) => {
            out.push('[');
            for item in items {
                render(item, out)?;
                out.push(' ');
            }
            out.push(']');
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                write!(out, "{key}:")?;
                render(field, out)?;
            }
        }
    }
    Ok(())
}

fn main() {
    let list = Value::List(vec![Value::Null, Value::Bool(true), Value::Number(f64::EPSILON), Value::from("x")]);
    let object = Value::Object(BTreeMap::from([("all".to_string(), list)]));
    let mut out = String::with_capacity(32);
    let outcome = render(&object, &mut out);
    println!("{out} {}", outcome.is_ok());
}
