//~ family: parse-brace
use std::collections::BTreeMap;

struct Grouped<'a> {
    groups: BTreeMap<usize, Vec<&'a str>>,
}

impl<'a> Grouped<'a> {
    fn of(text: &'a str) -> Self {
        let mut groups: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        text.lines().filter(|line| !line.starts_with('#')).for_each(|line| {
            for word in line.split(' ') {
                if word.is_empty() {
                    continue;
                }
                groups.entry(word.len()).or_default().push(word);
            }
        });
        Grouped { groups }
    }

    fn longest(&self) -> Option<&'a str> {
        let (_, words) = self.groups.last_key_value()?;
        let best = words.iter().max_by_key(|word| {
            let vowels = word.chars().filter(|c| "aeiou".contains(*c));
            vowels.count()
        });
        best.copied()
    }
}

fn main() {
    let grouped = Grouped::of("# trees\noak ash elm\nlarch  aspen");
    if let Some(word) = grouped.longest() {
        println!("{word}");
    } else {
        println!("nothing");
    }
    println!("{:?}", grouped.groups.get(&3));
}
