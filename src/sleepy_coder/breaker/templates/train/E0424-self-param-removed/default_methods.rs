//~ family: E0424-self-param-removed
//~ vary u64: u64 | u32 | usize
use std::fmt::Debug;

#[allow(dead_code)]
trait Meter {
    fn reading(&self) -> u64;

    fn is_idle(&self) -> bool {
        Meter::reading(self) == 0
    }

    fn since(&self, before: u64) -> Option<u64> {
        let now = Meter::reading(self);
        now.checked_sub(before)
    }

    fn report(&self, unit: &str) -> String
    where
        Self: Debug,
    {
        format!("{:?} in {unit}", self)
    }
}

#[derive(Debug, Default)]
struct Water {
    litres: u64,
}

impl Meter for Water {
    fn reading(&self) -> u64 {
        self.litres
    }
}

fn all<M: Meter>(meters: &[M]) -> u64 {
    meters.iter().map(Meter::reading).sum()
}

fn main() {
    let kitchen = Water { litres: 75 };
    println!("{} {:?}", all(&[Water::default()]), kitchen);
}
