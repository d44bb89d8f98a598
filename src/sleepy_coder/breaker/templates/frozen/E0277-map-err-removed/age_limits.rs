//~ family: E0277-map-err-removed
//~ vary u8: u8 | u16
fn age(text: &str) -> Result<u8, String> {
    let age: u8 = text.parse().map_err(|problem: std::num::ParseIntError| problem.to_string())?;
    Ok(age)
}

struct Door {
    least: String,
}

impl Door {
    fn admits(&self, guest: &str) -> Result<bool, String> {
        let least = self.least.parse::<u8>().map_err(|e| e.to_string())?;
        Ok(age(guest)? >= least)
    }
}

fn main() {
    let door = Door { least: "18".to_string() };
    println!("{:?} {:?} {:?}", door.admits("17"), door.admits("40"), door.admits("ten"));
}
