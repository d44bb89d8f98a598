//~ family: E0308-deref-removed
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Int(i64),
    Text(Box<str>),
    List(Box<[Value]>),
    Tagged(Box<(u8, Value)>),
}

fn unpack(value: Value) -> (u8, Value) {
    match value {
        Value::Tagged(pair) => *pair,
        other => (0, other),
    }
}

fn first_char(text: &&str) -> Option<char> {
    let plain: &str = *text;
    plain.chars().next()
}

fn depth(value: &Value) -> usize {
    match value {
        Value::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Tagged(pair) => {
            let (_, inner) = &**pair;
            depth(inner)
        }
        Value::Int(_) | Value::Text(_) => 0,
    }
}

fn replace(slot: &mut Value, with: Box<Value>) -> Value {
    std::mem::replace(slot, *with)
}

fn main() {
    let mut value = Value::Tagged(Box::new((7, Value::List(Box::new([Value::Int(4), Value::Text("x".into())])))));
    println!("{}", depth(&value));
    let old = replace(&mut value, Box::new(Value::Int(12)));
    println!("{:?} {:?} {:?}", unpack(old).0, value, first_char(&"quartz"));
}
