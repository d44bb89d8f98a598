//~ family: E0053-parameter-type
//~ vary u32: u32 | u64 | i64
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::{self, Write};
use std::iter::Sum;
use std::ops::{AddAssign, Index, Shl};

#[derive(Debug, Clone, Copy, Eq)]
struct Money {
    cents: u32,
    year: u16,
}

impl PartialEq for Money {
    fn eq(&self, other: &Money) -> bool {
        self.cents == other.cents
    }
}

impl Hash for Money {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.cents.hash(state);
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Money) -> Option<Ordering> {
        Some(self.cents.cmp(&other.cents).then(self.year.cmp(&other.year)))
    }
}

impl AddAssign<u32> for Money {
    fn add_assign(&mut self, cents: u32) {
        self.cents += cents;
    }
}

impl Shl<u8> for Money {
    type Output = u32;
    fn shl(self, places: u8) -> u32 {
        self.cents << places
    }
}

struct Purse(Vec<Money>);

impl Index<usize> for Purse {
    type Output = Money;
    fn index(&self, at: usize) -> &Money {
        &self.0[at]
    }
}

impl Write for Purse {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend(bytes.iter().map(|byte| Money { cents: (*byte).into(), year: 2000 }));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Display for Purse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = u32::sum(self.0.iter().map(|money| money.cents));
        write!(f, "{total} in {}", self.0.len())
    }
}

fn main() -> io::Result<()> {
    let mut purse = Purse(Vec::new());
    purse.write_all(b"ab")?;
    let mut first = purse[0];
    first += 5;
    println!("{purse} {:?} {} {}", first.partial_cmp(&purse[1]), first == purse[1], first << 2);
    Ok(())
}
