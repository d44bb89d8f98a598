//~ family: E0502-borrow
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Number(i64),
    Text(String),
}

#[derive(Default)]
struct Machine {
    stack: Vec<Value>,
    depth: usize,
    trace: Vec<String>,
}

impl Machine {
    fn load(&mut self, value: Value) -> usize {
        let before = self.depth;
        self.stack.push(value);
        self.depth += 1;
        before
    }

    fn duplicate(&mut self, at: usize) -> Option<Value> {
        let copied = self.stack.get(at)?.clone();
        self.stack.push(copied.clone());
        let trace = self.trace.clone();
        self.trace.push(format!("dup after {}", trace.len()));
        Some(copied)
    }

    fn rename(&mut self, prefix: &str) -> bool {
        for at in 0..self.stack.len() {
            let old = self.stack[at].clone();
            self.stack.retain(|value| *value != Value::Number(0));
            if let Value::Text(text) = old {
                self.stack[at] = Value::Text(format!("{prefix}{text}"));
                return true;
            }
        }
        false
    }
}

fn main() {
    let mut machine = Machine::default();
    let first = machine.load(Value::Number(7));
    machine.load(Value::Text("x".to_string()));
    println!("{first} {:?} {}", machine.duplicate(1), machine.rename("var_"));
    let stack = machine.stack.clone();
    machine.stack.reverse();
    println!("{stack:?} {:?} {:?}", machine.stack, machine.trace);
}
