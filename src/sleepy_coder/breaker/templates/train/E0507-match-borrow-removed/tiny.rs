//~ family: E0507-match-borrow-removed
struct B {
    t: Option<String>,
}

fn show(b: &B) -> usize {
    match &b.t {
        Some(s) => s.len(),
        None => 0,
    }
}

fn main() {
    println!("{}", show(&B { t: Some("oak".to_string()) }));
}
