//~ family: E0428-item-twice
use std::fmt;

enum Command { Push(i32), Pop, Swap }

type Stack = Vec<i32>;

struct Failed(&'static str);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed: {}", self.0)
    }
}

fn top(stack: &Stack) -> Option<i32> {
    stack.last().copied()
}

fn run(stack: &mut Stack, command: Command) -> Result<(), Failed> {
    match command {
        Command::Push(value) => stack.push(value),
        Command::Pop => drop(stack.pop().ok_or(Failed("empty"))?),
        Command::Swap => {
            let last = stack.len().checked_sub(2).ok_or(Failed("too short"))?;
            stack.swap(last, last + 1);
        }
    }
    Ok(())
}

fn main() {
    let mut stack = Stack::new();
    for command in [Command::Push(4), Command::Swap, Command::Push(9), Command::Swap, Command::Pop] {
        if let Err(error) = run(&mut stack, command) {
            println!("{error}");
        }
    }
    println!("{:?}", top(&stack));
}
