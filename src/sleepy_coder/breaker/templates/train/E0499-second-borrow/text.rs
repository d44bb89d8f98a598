//~ family: E0499-second-borrow
fn main() {
    let mut text = String::from("ab");
    let end = &mut text;
    end.push('c');
    let whole = &mut text;
    whole.insert(0, '>');
    println!("{text}");
    let mut log = vec![text];
    let last = log.last_mut().unwrap();
    last.push_str("!");
    let first = log.first_mut().unwrap();
    first.make_ascii_uppercase();
    println!("{log:?}");
}
