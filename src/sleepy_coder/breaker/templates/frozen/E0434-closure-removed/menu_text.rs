//~ family: E0434-closure-removed
fn menu(dishes: &[(&str, u32)], currency: &str) -> String {
    let line = |name: &str, price: u32| -> String {
        let dots = ".".repeat(12 - name.len());
        format!("{name}{dots}{price} {currency}")
    };
    let lines: Vec<String> = dishes.iter().map(|(name, price)| line(name, *price)).collect();
    lines.join("\n")
}

fn main() {
    println!("{}", menu(&[("soup", 6), ("dumplings", 11)], "kr"));
}
