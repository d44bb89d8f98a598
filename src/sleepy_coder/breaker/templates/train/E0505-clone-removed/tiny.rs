//~ family: E0505-clone-removed
fn eat(s: String) -> usize {
    s.len()
}

fn main() {
    let s = String::from("bread");
    let r = &s;
    let n = eat(s.clone());
    println!("{r} {n}");
}
