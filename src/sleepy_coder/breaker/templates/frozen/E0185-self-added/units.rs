//~ family: E0185-self-added
mod units {
    pub trait Unit {
        const SYMBOL: &'static str;
        fn factor() -> f64;
        fn parse(text: &str) -> Option<f64>;
    }

    pub struct Mile;
    pub struct Foot;

    impl Unit for Mile {
        const SYMBOL: &'static str = "mi";
        fn factor() -> f64 {
            1609.34
        }
        fn parse(text: &str) -> Option<f64> {
            text.strip_suffix("mi")?.parse().ok()
        }
    }

    impl Unit for Foot {
        const SYMBOL: &'static str = "ft";
        fn factor() -> f64 {
            Mile::factor() / 5280.0
        }
        fn parse(text: &str) -> Option<f64> {
            text.split('f').next()?.parse().ok()
        }
    }
}

use units::{Foot, Mile, Unit};

fn convert<A: Unit, B: Unit>(text: &str) -> Option<String> {
    let value = A::parse(text)? * A::factor() / B::factor();
    Some(format!("{value:.1}{}", B::SYMBOL))
}

fn main() {
    println!("{:?} {:?}", convert::<Mile, Foot>("2mi"), convert::<Foot, Mile>("8000ft"));
    println!("{:?}", convert::<Mile, Foot>("2km"));
}
