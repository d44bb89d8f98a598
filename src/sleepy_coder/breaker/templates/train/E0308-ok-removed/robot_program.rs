//~ family: E0308-ok-removed
//~ vary i32: i32 | i64
//~ vary forward: forward | ahead | onward
use std::str::FromStr;

enum Command {
    Move(i32),
    Turn,
    Beep(String),
}

impl FromStr for Command {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = text.split(' ');
        match (words.next(), words.next()) {
            (Some("forward"), Some(amount)) => {
                let steps = amount.parse::<i32>().map_err(|error| error.to_string())?;
                Ok(Command::Move(steps))
            }
            (Some("turn"), _) => Ok(Command::Turn),
            (Some(sound), None) => Ok(Command::Beep(sound.to_uppercase())),
            _ => Err(format!("cannot read '{text}'")),
        }
    }
}

fn main() {
    let mut heading = 1;
    let mut place = 0;
    for line in ["forward 7", "turn", "forward 3", "honk", "forward x", "jump 4 5"] {
        match line.parse::<Command>() {
            Ok(Command::Move(steps)) => place += steps * heading,
            Ok(Command::Turn) => heading = -heading,
            Ok(Command::Beep(sound)) => println!("{sound} at {place}"),
            Err(problem) => println!("skip: {problem}"),
        }
    }
    println!("stopped at {place}");
}
