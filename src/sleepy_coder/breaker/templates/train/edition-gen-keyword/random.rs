//~ family: edition-gen-keyword
//~ edition: 2024
struct Source {
    seed: u64,
}

impl Source {
    fn r#gen(&mut self, limit: u64) -> u64 {
        self.seed = self.seed * 21 + 7;
        self.seed % limit
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let place = self.r#gen(words.len() as u64);
        words[place as usize]
    }
}

fn main() {
    let mut source = Source { seed: 4 };
    let rolls: Vec<u64> = (0..4).map(|_| source.r#gen(6)).collect();
    println!("{rolls:?}");
    println!("{}", source.pick(&["tea", "milk", "juice"]));
}
