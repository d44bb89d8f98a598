//~ family: parse-semicolon
enum Fault {
    Empty,
    Stray(char),
}

fn apply(stack: &mut Vec<i64>, op: char) -> Result<(), Fault> {
    let right = stack.pop().ok_or(Fault::Empty)?;
    let left = stack.pop().ok_or(Fault::Empty)?;
    stack.push(match op {
        '+' => left + right,
        '*' => left * right,
        '-' => left - right,
        other => return Err(Fault::Stray(other)),
    });
    Ok(())
}

fn evaluate(input: &str) -> Result<i64, Fault> {
    const START: usize = 8;
    let mut stack = Vec::with_capacity(START);
    for c in input.chars().filter(|c| !c.is_whitespace()) {
        if let Some(digit) = c.to_digit(10) {
            let value = i64::from(digit);
            stack.push(value);
            continue;
        }
        apply(&mut stack, c)?;
    }
    let result = stack.pop();
    assert!(stack.is_empty(), "too many numbers");
    result.ok_or(Fault::Empty)
}

fn main() {
    let inputs = ["3 4 + 2 *", "7 -", "6 2 ?"];
    for input in inputs {
        let shown = match evaluate(input) {
            Ok(value) => value.to_string(),
            Err(Fault::Stray(c)) => format!("stray {c}"),
            Err(Fault::Empty) => String::from("empty"),
        };
        println!("{input} = {shown}");
    }
}
