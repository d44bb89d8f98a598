//~ family: E0107-arguments-removed
#[derive(Debug, Clone, PartialEq)]
struct Pair<A, B> {
    first: A,
    second: B,
}

impl<A: Clone, B: Clone> Pair<A, B> {
    fn swapped(&self) -> Pair<B, A> {
        Pair { first: self.second.clone(), second: self.first.clone() }
    }
}

fn zip_all(names: &[&str], sizes: &[u8]) -> Vec<Pair<String, u8>> {
    names.iter().zip(sizes).map(|(name, size)| Pair { first: name.to_string(), second: *size }).collect()
}

fn widest(pairs: &[Pair<String, u8>]) -> Option<&Pair<String, u8>> {
    pairs.iter().max_by_key(|pair| pair.second)
}

fn main() {
    let pairs = zip_all(&["gate", "fence", "wall"], &[3, 40, 12]);
    if let Some(pair) = widest(&pairs) {
        println!("{:?}", pair.swapped());
    }
    println!("{}", pairs[0] == pairs[0].swapped().swapped());
}
