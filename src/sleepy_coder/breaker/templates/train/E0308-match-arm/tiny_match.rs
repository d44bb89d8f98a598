//~ family: E0308-match-arm
fn main() {
    let n = 2;
    let s = match n {
        1 => String::from("one"),
        2 => String::from("two"),
        _ => n.to_string(),
    };
    println!("{s}");
}
