//~ family: E0597-inner-scope
fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() { left } else { right }
}

fn described(kind: u8) -> String {
    let name = if kind > 2 { "great northern" } else { "little" };
    format!("{name} owl")
}

fn main() {
    let small = String::from("tawny owl");
    let mut chosen = small.as_str();
    let other = described(3);
    if chosen.len() < 12 {
        chosen = longest(chosen, &other);
    }
    println!("{chosen}");
    let mut heard = Vec::new();
    for kind in 1..4 {
        let owl = described(kind);
        heard.push(owl);
    }
    println!("{}", heard.join(" and "));
}
