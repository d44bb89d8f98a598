//~ family: E0277-question-in-unit
//~ vary i64: i64 | i32 | u32
#[derive(Default)]
struct Stack {
    values: Vec<i64>,
}

impl Stack {
    fn add(&mut self) {
        let right = self.values.pop().unwrap();
        let left = self.values.pop().unwrap();
        self.values.push(left + right);
    }

    fn top(&self) -> i64 {
        *self.values.last().expect("an empty stack")
    }
}

fn main() {
    let mut stack = Stack::default();
    stack.values.extend([4, 8, 30]);
    stack.add();
    println!("{}", stack.top());
    stack.add();
    println!("{}", stack.top());
}
