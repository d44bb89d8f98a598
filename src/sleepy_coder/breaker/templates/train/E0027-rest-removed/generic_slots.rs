//~ family: E0027-rest-removed
#[derive(Debug, Default, PartialEq)]
struct Slot<K, V> {
    key: K,
    value: V,
    hits: u8,
}

trait Weighed {
    fn weight(&self) -> usize;
}

impl<K: AsRef<str>, V> Weighed for Slot<K, V> {
    fn weight(&self) -> usize {
        let Self { key, .. } = self;
        key.as_ref().len()
    }
}

fn lookup<'s, K: PartialEq, V>(slots: &'s mut [Slot<K, V>], wanted: &K) -> Option<&'s V> {
    slots.iter_mut().find(|Slot { key, .. }| key == wanted).map(|slot| {
        slot.hits += 1;
        &slot.value
    })
}

fn coldest<K, V>(slots: Vec<Slot<K, V>>) -> Option<(K, V)> {
    let Slot { key, value, .. } = slots.into_iter().min_by_key(|Slot { hits, .. }| *hits)?;
    Some((key, value))
}

fn main() {
    let mut slots: Vec<Slot<&str, f32>> = ["lo", "mid", "high"]
        .into_iter()
        .zip([0.5, 1.5, 2.5])
        .map(|(key, value)| Slot { key, value, ..Default::default() })
        .collect();
    println!("{:?}", lookup(&mut slots, &"lo"));
    println!("{}", slots[1].weight());
    println!("{:?}", coldest(slots));
}
