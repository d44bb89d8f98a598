//~ family: E0277-bound-removed
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{Debug, Display, LowerHex};
use std::str::FromStr;

trait Encode {
    fn encode(&self) -> String;
}

impl<T: LowerHex> Encode for [T] {
    fn encode(&self) -> String {
        self.iter().map(|part| format!("{part:x}")).collect::<Vec<_>>().join("")
    }
}

fn dumped<T: Encode + ?Sized>(item: &T) -> usize {
    item.encode().len()
}

fn row<T>(cells: Vec<T>) -> usize
where
    T: Clone + LowerHex,
{
    let doubled = [cells.clone(), cells].concat();
    dumped(&doubled[..])
}

fn parsed<T>(text: &str) -> Result<T, Box<dyn Error>>
where
    T: FromStr,
    T::Err: Error + 'static,
{
    let item = text.trim().parse::<T>()?;
    Ok(item)
}

struct Registry<K, V>(BTreeMap<K, V>);

impl<K: Display + Ord, V: Debug> Registry<K, V> {
    fn lines(&self) -> Vec<String> {
        self.0.iter().map(|(key, value)| format!("{key}={value:?}")).collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let registry = Registry(BTreeMap::from([("a", parsed::<u16>(" 7 ")?)]));
    println!("{} {}", registry.lines().join(" "), row(vec![255u8, 16]));
    Ok(())
}
