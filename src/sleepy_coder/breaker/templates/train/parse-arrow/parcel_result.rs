//~ family: parse-arrow
#[derive(Debug)]
enum Refusal {
    TooHeavy(u32),
    NoAddress,
}

fn accept(weight: u32, address: Option<&str>) -> Result<String, Refusal> {
    match address {
        None => Err(Refusal::NoAddress),
        Some(_) if weight > 30 => Err(Refusal::TooHeavy(weight - 30)),
        Some(street) => Ok(format!("{weight} to {street}")),
    }
}

fn main() {
    for (weight, address) in [(5, Some("Elm Row")), (44, Some("Quay 3")), (1, None)] {
        match accept(weight, address) {
            Ok(label) => println!("sent {label}"),
            Err(Refusal::TooHeavy(excess)) => println!("{excess} too much"),
            Err(problem) => println!("refused: {problem:?}"),
        }
    }
}
