//~ family: E0282-turbofish-removed
//~ vary stale: stale | skate | tesla
use std::collections::BTreeMap;

fn signature(word: &str) -> String {
    let mut letters = word.chars().collect::<Vec<_>>();
    letters.sort_unstable();
    letters.into_iter().collect()
}

struct Groups {
    by_signature: BTreeMap<String, Vec<String>>,
}

impl Groups {
    fn gather(words: &[&str]) -> Groups {
        let mut by_signature = BTreeMap::<String, Vec<String>>::new();
        for word in words {
            by_signature.entry(signature(word)).or_default().push(word.to_string());
        }
        Groups { by_signature }
    }

    fn biggest(&self) -> usize {
        let sizes = self.by_signature.values().map(Vec::len).collect::<Vec<usize>>();
        sizes.iter().copied().max().unwrap_or_default()
    }
}

fn main() {
    let groups = Groups::gather(&["stale", "least", "tops", "steal", "spot"]);
    for (letters, members) in &groups.by_signature {
        println!("{letters}: {}", members.join(", "));
    }
    println!("biggest group has {}", groups.biggest());
}
