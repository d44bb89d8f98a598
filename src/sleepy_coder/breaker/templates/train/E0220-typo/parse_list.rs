//~ family: E0220-typo
use std::fmt::Debug;
use std::str::FromStr;

fn parse_all<T: FromStr>(text: &str) -> Result<Vec<T>, T::Err> {
    text.split(';').map(|part| part.trim().parse::<T>()).collect()
}

struct Toggle(bool);

impl FromStr for Toggle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "on" => Ok(Toggle(true)),
            "off" => Ok(Toggle(false)),
            other => Err(format!("no toggle: {other}")),
        }
    }
}

fn show<E: Debug>(result: Result<usize, E>) -> String {
    format!("{result:?}")
}

fn main() {
    println!("{}", show(parse_all::<i16>("4; 19;7").map(|all| all.len())));
    println!("{}", show(parse_all::<Toggle>("on;off;on").map(|all| all.iter().filter(|one| one.0).count())));
    println!("{}", show(parse_all::<Toggle>("on;up").map(|all| all.len())));
}
