//~ family: E0621-lifetime-removed
fn pick<'s>(flag: bool, yes: &'s String, no: &'s String) -> &'s String {
    if flag { yes } else { no }
}

fn main() {
    let (a, b) = (String::from("on"), String::from("off"));
    println!("{} {}", pick(true, &a, &b), pick(false, &a, &b));
}
