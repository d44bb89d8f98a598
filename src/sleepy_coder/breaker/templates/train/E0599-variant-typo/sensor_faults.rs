//~ family: E0599-variant-typo
#[derive(Debug, PartialEq)]
enum Fault {
    TooHot { degrees: i32 },
    Offline,
    Unknown(String),
}

fn inspect(reading: &str) -> Result<i32, Fault> {
    if reading == "-" {
        return Err(Fault::Offline);
    }
    let degrees: i32 = reading.parse().map_err(|_| Fault::Unknown(reading.to_string()))?;
    if degrees > 90 { Err(Fault::TooHot { degrees }) } else { Ok(degrees) }
}

fn main() {
    for reading in ["41", "120", "-", "warm"] {
        match inspect(reading) {
            Ok(degrees) => println!("{degrees}"),
            Err(Fault::Offline) => println!("no signal"),
            Err(fault) => println!("{fault:?}"),
        }
    }
}
