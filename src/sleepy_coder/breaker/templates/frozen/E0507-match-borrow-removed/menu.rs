//~ family: E0507-match-borrow-removed
enum Entry {
    Dish(String, u32),
    Section { title: String, entries: Vec<Entry> },
}

fn cheapest(entries: &[Entry]) -> Option<u32> {
    entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Dish(_, cents) => Some(*cents),
            Entry::Section { entries, .. } => cheapest(entries),
        })
        .min()
}

fn headline(menu: &Vec<Entry>) -> String {
    match &menu[0] {
        Entry::Section { title, entries } => format!("{title} ({})", entries.len()),
        Entry::Dish(name, _) => name.to_uppercase(),
    }
}

fn main() {
    let soups = vec![Entry::Dish("leek".to_string(), 450), Entry::Dish("pea".to_string(), 380)];
    let menu = vec![Entry::Section { title: "Soups".to_string(), entries: soups }];
    println!("{} from {:?}", headline(&menu), cheapest(&menu));
    let single = vec![Entry::Dish("bread".to_string(), 90)];
    println!("{}", headline(&single));
}
