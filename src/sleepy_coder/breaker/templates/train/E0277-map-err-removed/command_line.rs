//~ family: E0277-map-err-removed
use std::char::ParseCharError;
use std::collections::BTreeMap;
use std::error::Error;
use std::num::{ParseFloatError, TryFromIntError};
use std::str::ParseBoolError;

enum Usage {
    Unknown(String),
    Flag(ParseBoolError),
    Ratio { source: ParseFloatError },
    Count(TryFromIntError),
    Other(Box<dyn Error>),
}

impl Usage {
    fn ratio(source: ParseFloatError) -> Usage {
        Usage::Ratio { source }
    }

    fn letter(problem: ParseCharError) -> Self {
        Usage::Other(Box::new(problem))
    }
}

#[derive(Debug, Default)]
struct Arguments {
    color: bool,
    ratio: f32,
    copies: u8,
    mark: Option<char>,
}

fn read(given: &BTreeMap<&str, &str>) -> Result<Arguments, Usage> {
    let mut arguments = Arguments::default();
    for (key, value) in given {
        match *key {
            "color" => arguments.color = value.parse::<bool>().map_err(Usage::Flag)?,
            "ratio" => arguments.ratio = value.parse::<f32>().map_err(Usage::ratio)?,
            "copies" => {
                let copies = u8::try_from(value.len() * 90).map_err(|wrong| Usage::Count(wrong))?;
                arguments.copies = copies;
            }
            "mark" => arguments.mark = Some(value.parse::<char>().map_err(Usage::letter)?),
            other => return Err(Usage::Unknown(other.to_string())),
        }
    }
    Ok(arguments)
}

fn main() {
    for (key, value) in [("color", "true"), ("ratio", "x"), ("copies", "iii"), ("mark", "ab"), ("size", "1")] {
        match read(&BTreeMap::from([(key, value)])) {
            Ok(Arguments { color, ratio, copies, mark }) => println!("{color} {ratio} {copies} {mark:?}"),
            Err(Usage::Unknown(name)) => println!("unknown {name}"),
            Err(Usage::Flag(problem)) => println!("{problem}"),
            Err(Usage::Ratio { source }) => println!("{source}"),
            Err(Usage::Count(problem)) => println!("{problem}"),
            Err(Usage::Other(problem)) => println!("{problem}"),
        }
    }
}
