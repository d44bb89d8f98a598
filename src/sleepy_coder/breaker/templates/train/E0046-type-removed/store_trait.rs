//~ family: E0046-type-removed
trait Store {
    type Key;
    type Value;

    fn fetch(&self, key: &Self::Key) -> Option<Self::Value>;
}

struct Phonebook {
    rows: Vec<(String, u32)>,
}

struct Primes;

impl Store for Phonebook {
    type Key = String;
    type Value = u32;

    fn fetch(&self, key: &String) -> Option<u32> {
        self.rows.iter().find(|(name, _)| name == key).map(|(_, number)| *number)
    }
}

impl Store for Primes {
    type Key = usize;
    type Value = char;

    fn fetch(&self, key: &usize) -> Option<char> {
        (2..*key).all(|n| key % n != 0).then_some('p')
    }
}

fn main() {
    let book = Phonebook { rows: vec![("mia".to_string(), 5512), ("leo".to_string(), 5740)] };
    println!("{:?}", book.fetch(&"leo".to_string()));
    println!("{:?} {:?}", Primes.fetch(&13), Primes.fetch(&15));
}
