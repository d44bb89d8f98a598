//~ family: E0277-index-cast
//~ vary u16: u16 | u8
use std::collections::BTreeMap;

struct Groups {
    parents: Vec<u16>,
    sizes: Box<[i32]>,
}

impl Groups {
    fn new(count: u16) -> Self {
        Groups { parents: (0..count).collect(), sizes: vec![1; count.into()].into_boxed_slice() }
    }

    fn root(&self, mut of: u16) -> u16 {
        while self.parents[of as usize] != of {
            of = self.parents[of as usize];
        }
        of
    }

    fn join(&mut self, left: u16, right: u16) -> bool {
        let (left, right) = (self.root(left), self.root(right));
        let moved = self.sizes[right as usize];
        if left == right {
            return false;
        }
        self.parents[right as usize] = left;
        self.sizes[left as usize] += moved;
        true
    }
}

fn share(words: &BTreeMap<i64, &str>, letters: &[char]) -> Option<char> {
    words.iter().find_map(|(at, word)| (word.len() > 3).then(|| letters[(*at - 1) as usize]))
}

fn main() {
    let mut groups = Groups::new(6);
    println!("{} {}", groups.join(1, 4), groups.join(4, 1));
    println!("{}", groups.sizes[groups.root(4) as usize]);
    println!("{:?}", share(&BTreeMap::from([(1, "fox"), (2, "bear")]), &['f', 'b']));
}
