//~ family: E0449-pub-added
pub trait Device {
    const NAME: &'static str;
    fn read(&mut self) -> Result<u16, Fault>;
    fn describe(&self) -> String {
        Self::NAME.to_string()
    }
}

#[derive(Debug, PartialEq)]
pub enum Fault {
    Offline,
    Range(u16),
}

#[derive(Default)]
pub struct Dial {
    turns: u16,
}

impl Device for Dial {
    const NAME: &'static str = "dial";

    fn read(&mut self) -> Result<u16, Fault> {
        self.turns += 7;
        match self.turns {
            7 => Err(Fault::Offline),
            turns if turns > 20 => Err(Fault::Range(turns)),
            turns => Ok(turns),
        }
    }

    fn describe(&self) -> String {
        format!("{} after {} turns", Self::NAME, self.turns)
    }
}

fn main() {
    let mut dial = Dial::default();
    let reads: Vec<Result<u16, Fault>> = (0..3).map(|_| dial.read()).collect();
    println!("{reads:?} {}", dial.describe());
}
