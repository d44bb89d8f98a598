//~ family: E0004-guard
//~ vary u32: u32 | u64
#[derive(Debug, Clone, Copy, PartialEq)]
enum Parcel {
    Letter,
    Box { grams: u32 },
    Tube(u32, bool),
}

struct Rates {
    limit: u32,
}

impl Rates {
    fn price(&self, parcel: Parcel) -> u32 {
        match parcel {
            Parcel::Letter => 1,
            Parcel::Tube(length, _) if length > self.limit => length / 2,
            Parcel::Tube(_, _) => 4,
            Parcel::Box { grams } if grams >= 1000 => grams / 100,
            Parcel::Box { grams } => 2 + grams / 500,
        }
    }

    fn verdict(&self, total: Option<u32>) -> Result<u32, &'static str> {
        match total {
            Some(total) if total != 0 => Ok(total),
            Some(_) => Err("free?"),
            None => Err("nothing to send"),
        }
    }
}

fn main() {
    let rates = Rates { limit: 60 };
    let parcels = [Parcel::Box { grams: 1400 }, Parcel::Tube(90, true), Parcel::Letter];
    let total = parcels.iter().map(|parcel| rates.price(*parcel)).reduce(|a, b| a + b);
    println!("{:?} {:?}", rates.verdict(total), rates.verdict(None));
    println!("{}", parcels.contains(&Parcel::Tube(1, false)));
}
