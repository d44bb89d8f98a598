//~ family: E0560-typo
#[derive(Debug, PartialEq)]
enum Command {
    Move { dx: i32, dy: i32 },
    Resize { width: u32, height: u32 },
    Say { text: String },
}

#[derive(Debug)]
struct SyntaxError {
    line: usize,
    reason: &'static str,
}

fn parse(line: usize, input: &str) -> Result<Command, SyntaxError> {
    let words: Vec<&str> = input.split_whitespace().collect();
    match words.as_slice() {
        ["left"] => Ok(Command::Move { dx: -1, dy: 0 }),
        ["square", side] => {
            let side = side.parse().map_err(|_| SyntaxError { line, reason: "not a number" })?;
            Ok(Command::Resize { width: side, height: side })
        }
        ["say", rest @ ..] if !rest.is_empty() => Ok(Command::Say { text: rest.join(" ") }),
        [] => Err(SyntaxError { line, reason: "nothing to do" }),
        _ => Err(SyntaxError { line, reason: "unknown command" }),
    }
}

fn main() {
    for (line, input) in ["left", "square 40", "say hello there", "jump", "square x"].iter().enumerate() {
        match parse(line + 1, input) {
            Ok(command) => println!("{command:?}"),
            Err(SyntaxError { line, reason }) => println!("line {line}: {reason}"),
        }
    }
}
