//~ family: E0403-parameter-twice
//~ vary f64: f64 | f32 | i32
use std::marker::PhantomData;
use std::ops::Add;

type Reading<U> = Result<Amount<U>, String>;

#[derive(Debug)]
struct Grams;

#[derive(Debug)]
struct Amount<U, N = f64>(N, PhantomData<U>);

impl<U, N> Amount<U, N> {
    fn of(number: N) -> Self {
        Amount(number, PhantomData)
    }

    fn cast<V>(self) -> Amount<V, N> {
        Amount::of(self.0)
    }

    fn zip<M>(self, other: Amount<U, M>) -> Amount<U, (N, M)> {
        Amount::of((self.0, other.0))
    }
}

impl<U, N: Add<Output = N>> Add for Amount<U, N> {
    type Output = Self;

    fn add(self, other: Self) -> Self::Output {
        Amount::of(self.0 + other.0)
    }
}

impl<U> Amount<U> {
    fn parse(text: &str) -> Reading<U> {
        let number = text.parse::<f64>().map_err(|error| error.to_string())?;
        Ok(Amount::of(number))
    }
}

fn largest<T, F>(items: Vec<T>, more: F) -> Option<T>
where
    F: Fn(&T, &T) -> bool,
{
    items.into_iter().reduce(|best, item| if more(&item, &best) { item } else { best })
}

fn main() {
    let flour = Amount::<Grams>::parse("250").and_then(|amount| Ok(amount + Amount::parse("50")?));
    println!("{:?} {:?}", flour, Amount::<u8, bool>::of(true).cast::<Grams>().zip(Amount::of('x')));
    println!("{:?}", largest(vec![2, 7, 5], |left, right| left > right));
}
