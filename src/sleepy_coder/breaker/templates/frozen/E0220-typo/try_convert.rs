//~ family: E0220-typo
#[derive(Debug)]
struct Percent(u8);

#[derive(Debug, PartialEq)]
struct TooLarge(i32);

impl TryFrom<i32> for Percent {
    type Error = TooLarge;

    fn try_from(value: i32) -> Result<Self, Self::Error> {
        if (0..=100).contains(&value) { Ok(Percent(value as u8)) } else { Err(TooLarge(value)) }
    }
}

fn convert_all<T, S: TryInto<T>>(items: Vec<S>) -> (Vec<T>, Option<S::Error>) {
    let mut good = Vec::new();
    for item in items {
        match item.try_into() {
            Ok(value) => good.push(value),
            Err(error) => return (good, Some(error)),
        }
    }
    (good, None)
}

fn sum(values: impl IntoIterator<Item = Percent>) -> u32 {
    values.into_iter().map(|Percent(value)| u32::from(value)).sum()
}

fn main() {
    let (good, error) = convert_all(vec![40, 15, 300, 2]);
    println!("{} then {error:?}", sum(good));
}
