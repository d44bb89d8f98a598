//~ family: E0308-box-removed
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Null,
    Number(f64),
    Tagged { tag: String, inner: Box<Value> },
    Pair(Box<(Value, Value)>),
}

impl Value {
    fn tagged(tag: &str, inner: Value) -> Self {
        Value::Tagged { tag: tag.to_owned(), inner: Box::new(inner) }
    }

    fn depth(&self) -> usize {
        match self {
            Value::Null | Value::Number(_) => 0,
            Value::Tagged { inner, .. } => 1 + inner.depth(),
            Value::Pair(pair) => 1 + pair.0.depth().max(pair.1.depth()),
        }
    }
}

fn swap(value: Value) -> Value {
    if let Value::Pair(pair) = value {
        let (left, right) = *pair;
        return Value::Pair(Box::new((right, left)));
    }
    value
}

fn main() {
    let mut slot: Box<Value> = Box::new(Value::Null);
    println!("{}", slot.depth());
    slot = Box::new(Value::tagged("celsius", Value::Number(21.5)));
    let pair = Value::Pair(Box::new((*slot, Value::Null)));
    if let Value::Pair(inside) = swap(pair.clone()) {
        if let Value::Tagged { tag, inner } = &inside.1 {
            println!("{tag} {inner:?} {}", inside.0 == Value::Null);
        }
    }
    println!("{}", pair.depth());
}
