//~ family: edition-binding-modifier
//~ edition: 2024
fn f(t: &(u8, [String; 2])) -> usize {
    let (n, [_, s]) = t;
    *n as usize + s.len()
}
fn main() {
    let t = (4, ["a".to_string(), "bc".to_string()]);
    match &t {
        (9, _) => println!("nine"),
        (_, [p, _]) => println!("{p} {}", f(&t)),
    }
}
