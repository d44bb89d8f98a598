//~ family: E0119-derived-too
use std::hash::{Hash, Hasher};

struct K(String, u8);

impl Hash for K {
    fn hash<H: Hasher>(&self, h: &mut H) {
        self.0.hash(h);
    }
}

impl Clone for K {
    fn clone(&self) -> K {
        K(self.0.clone(), self.1 + 1)
    }
}

fn main() {
    let mut h = std::hash::DefaultHasher::new();
    let k = K("q".into(), 4).clone();
    k.hash(&mut h);
    println!("{} {}", k.1, h.finish() > 0);
}
