//~ family: E0621-lifetime-removed
fn longer<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() > right.len() {
        left
    } else {
        right
    }
}

fn or_default<'a>(value: &'a str, default: &'a str) -> &'a str {
    match value.trim() {
        "" => default,
        text => text,
    }
}

fn main() {
    println!("{}", longer("oak", "maple"));
    println!("{} {}", or_default("  ", "none"), or_default(" yew", "none"));
}
