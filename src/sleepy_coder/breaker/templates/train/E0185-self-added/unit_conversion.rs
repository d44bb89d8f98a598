//~ family: E0185-self-added
use std::marker::PhantomData;

trait Unit {
    const SYMBOL: &'static str;

    fn to_base(amount: f64) -> f64;
    fn from_base<'a>(amount: f64, label: &'a str, out: &mut Vec<(&'a str, f64)>);
}

enum Mile {}
enum Foot {}

struct Length<U> {
    amount: f64,
    unit: PhantomData<U>,
}

impl Unit for Mile {
    const SYMBOL: &'static str = "mi";

    fn to_base(amount: f64) -> f64 {
        amount * 1609.3
    }

    fn from_base<'a>(amount: f64, label: &'a str, out: &mut Vec<(&'a str, f64)>) {
        out.push((label, amount / 1609.3));
    }
}

impl Unit for Foot {
    const SYMBOL: &'static str = "ft";

    #[inline]
    fn to_base(amount: f64) -> f64 {
        amount * 0.3
    }

    fn from_base<'a>(amount: f64, label: &'a str, out: &mut Vec<(&'a str, f64)>) {
        let feet = amount / 0.3;
        out.push((label, feet.round()));
    }
}

impl<U: Unit> Length<U> {
    fn convert<V: Unit>(&self) -> Vec<(&'static str, f64)> {
        let mut out = vec![(U::SYMBOL, self.amount)];
        V::from_base(U::to_base(self.amount), V::SYMBOL, &mut out);
        out
    }
}

fn main() {
    let length: Length<Mile> = Length { amount: 2.0, unit: PhantomData };
    println!("{:?} {:?}", length.convert::<Foot>(), length.unit);
}
