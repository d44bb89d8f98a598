//~ family: parse-arrow
//~ vary i64: i64 | i32
fn apply(stack: &mut Vec<i64>, word: &str) -> Result<(), String> {
    let value = match word {
        "dup" => *stack.last().ok_or("empty")?,
        "neg" => {
            let top = stack.pop().ok_or("empty")?;
            -top
        }
        "add" => match (stack.pop(), stack.pop()) {
            (Some(a), Some(b)) => a + b,
            _ => return Err("too few".to_string()),
        },
        number => number.parse().map_err(|_| format!("what is {number}"))?,
    };
    stack.push(value);
    Ok(())
}

fn main() {
    let mut stack = Vec::new();
    for word in "4 dup add neg 7 add".split(' ') {
        if let Err(problem) = apply(&mut stack, word) {
            println!("{problem}");
        }
    }
    println!("{stack:?}");
    println!("{:?}", apply(&mut stack, "add"));
}
