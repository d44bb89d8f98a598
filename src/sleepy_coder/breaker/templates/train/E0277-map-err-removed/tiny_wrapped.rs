//~ family: E0277-map-err-removed
use std::num::ParseIntError;
struct E(ParseIntError);
fn sum(s: &str) -> Result<u8, E> {
    let a = s.parse::<u8>().map_err(E)?;
    let b = "7".parse::<u8>().map_err(|e| E(e))?;
    Ok(a / 2 + b)
}
fn main() {
    for s in ["5", "x"] {
        println!("{}", sum(s).unwrap_or_else(|E(e)| e.to_string().len() as u8));
    }
}
