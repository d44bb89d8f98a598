//~ family: E0038-sized-removed
mod pricing {
    pub trait Price {
        fn cents(&self) -> u64;
        fn cheaper(self, other: Self) -> Self
        where
            Self: Sized;
        fn discount<D: Into<u64>>(&self, percent: D) -> u64
        where
            Self: Sized,
        {
            self.cents() * (100 - percent.into()) / 100
        }
    }

    pub struct Ticket(pub u64);

    impl Price for Ticket {
        fn cents(&self) -> u64 {
            self.0
        }
        fn cheaper(self, other: Ticket) -> Ticket {
            if other.0 < self.0 { other } else { self }
        }
    }
}

use pricing::{Price, Ticket};

fn total<P: Price + ?Sized>(prices: &[&P]) -> u64 {
    prices.iter().map(|price| price.cents()).sum()
}

fn main() {
    let best = Ticket(950).cheaper(Ticket(820));
    println!("{} after discount {}", best.cents(), best.discount(25u8));
    let (adult, child) = (Ticket(1200), Ticket(600));
    println!("{}", total([&adult, &child].map(|ticket| ticket as &dyn Price).as_slice()));
}
