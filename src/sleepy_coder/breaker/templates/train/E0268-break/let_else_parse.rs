//~ family: E0268-break
#[derive(Debug, PartialEq)]
enum Command {
    Move(i32, i32),
    Wait(u64),
    Quit,
}

fn parse(line: &str) -> Result<Command, String> {
    let Some((word, rest)) = line.split_once(' ') else {
        return if line == "quit" {
            Ok(Command::Quit)
        } else {
            Err(format!("unknown {line}"))
        };
    };
    let numbers: Vec<i32> = rest.split(',').filter_map(|part| part.trim().parse().ok()).collect();
    match (word, numbers.as_slice()) {
        ("move", [x, y]) => Ok(Command::Move(*x, *y)),
        ("wait", [pause]) => {
            if *pause < 0 {
                return Err("negative pause".to_string());
            }
            Ok(Command::Wait(*pause as u64))
        }
        ("wait", _) => return Err(String::from("wait how long")),
        _ => Err(format!("{word} with {} numbers", numbers.len())),
    }
}

fn main() {
    for line in ["quit", "move 3,4", "wait 9", "wait -2", "wait", "turn 5"] {
        match parse(line) {
            Ok(command) => println!("{command:?}"),
            Err(problem) => println!("error: {problem}"),
        }
    }
}
