//~ family: E0276-bound-added
trait Mapper {
    fn map_all<A, B>(&self, items: Vec<A>, convert: fn(A) -> B) -> Vec<B>;
    fn pairs<K: Clone, V>(&self, key: &K, values: Vec<V>) -> Vec<(K, V)>;
}

struct Forward;
struct Limited {
    most: usize,
}

impl Mapper for Forward {
    fn map_all<A, B>(&self, items: Vec<A>, convert: fn(A) -> B) -> Vec<B> {
        items.into_iter().map(convert).collect()
    }

    fn pairs<K: Clone, V>(&self, key: &K, values: Vec<V>) -> Vec<(K, V)> {
        values.into_iter().map(|value| (key.clone(), value)).collect()
    }
}

impl Mapper for Limited {
    fn map_all<A, B>(&self, items: Vec<A>, convert: fn(A) -> B) -> Vec<B> {
        items.into_iter().take(self.most).map(convert).collect()
    }

    fn pairs<K: Clone, V>(&self, key: &K, values: Vec<V>) -> Vec<(K, V)> {
        values.into_iter().take(self.most).map(|value| (key.clone(), value)).collect()
    }
}

fn main() {
    let words = vec!["ash".to_string(), "beech".to_string(), "elm".to_string()];
    println!("{:?}", Limited { most: 2 }.map_all(words.clone(), |word| word.len()));
    println!("{:?}", Forward.pairs(&"tree".to_string(), words));
    println!("{}", Limited { most: 1 }.pairs(&1, vec![Box::new(4)]).len());
}
