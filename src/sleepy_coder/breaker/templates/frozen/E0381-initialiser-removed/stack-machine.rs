//~ family: E0381-initialiser-removed
//~ vary i64: i64 | i32
fn run(script: &str) -> Result<i64, String> {
    let mut stack: Vec<i64> = Vec::new();
    for token in script.split(' ') {
        match token {
            "+" | "*" => {
                let right = stack.pop().ok_or("empty")?;
                let left = stack.pop().ok_or("empty")?;
                stack.push(if token == "+" { left + right } else { left * right });
            }
            number => stack.push(number.parse().map_err(|_| format!("bad {number}"))?),
        }
    }
    stack.pop().ok_or_else(|| String::from("no result"))
}

fn failures(scripts: &[&str]) -> usize {
    let mut failed: usize = 0;
    for script in scripts {
        if let Err(reason) = run(script) {
            println!("{script}: {reason}");
            failed += 1;
        }
    }
    failed
}

fn main() {
    println!("{:?}", run("4 5 * 2 +"));
    println!("{}", failures(&["1 +", "7 x *", "3 3 +"]));
}
