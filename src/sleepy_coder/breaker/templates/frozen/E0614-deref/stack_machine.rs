//~ family: E0614-deref
//~ vary i32: i32 | i64 | i128
#[derive(Debug, PartialEq)]
enum Op {
    Number(i32),
    Plus,
    Twice,
}

fn evaluate(program: Vec<Op>) -> Option<i32> {
    let mut stack: Vec<i32> = Vec::new();
    for op in program {
        match op {
            Op::Number(value) => stack.push(value),
            Op::Plus => {
                let right = stack.pop()?;
                let left = stack.pop()?;
                stack.push(left + right);
            }
            Op::Twice => {
                let top = stack.pop()?;
                stack.push(top + top);
            }
        }
    }
    stack.pop()
}

fn main() {
    let program = vec![Op::Number(19), Op::Number(4), Op::Plus, Op::Twice];
    println!("{:?}", evaluate(program));
    println!("{:?}", evaluate(vec![Op::Plus]));
}
