//~ family: E0382-clone-removed
//~ vary usize: usize | u64 | i32
//~ vary flour: flour | rice | barley
//~ vary max: max | min
fn scaled(amounts: Vec<(String, usize)>, factor: usize) -> Vec<(String, usize)> {
    amounts
        .into_iter()
        .map(|(item, grams)| (item, grams * factor))
        .collect()
}

fn shopping_text(amounts: &[(String, usize)]) -> String {
    let parts: Vec<String> = amounts
        .iter()
        .map(|(item, grams)| format!("{grams}g {item}"))
        .collect();
    parts.join(", ")
}

fn main() {
    let base = vec![
        (String::from("flour"), 50),
        (String::from("butter"), 20),
        (String::from("sugar"), 12),
    ];
    let doubled = scaled(base.clone(), 2);
    println!("one batch: {}", shopping_text(&base));
    println!("more: {}", shopping_text(&doubled));
    let title = String::from("Shortbread");
    let mut pages = Vec::new();
    for (step, (item, _)) in doubled.iter().enumerate() {
        pages.push((title.clone(), step + 1, item.as_str()));
    }
    let longest = pages.iter().map(|(_, _, item)| item.len()).max();
    println!("{title} has {} pages, widest {:?}", pages.len(), longest);
}
