//~ family: E0005-else-removed
fn pick(s: &str) -> Option<char> {
    let mut w = s.split(' ');
    let (Some(_), Some(b), None) = (w.next(), w.next(), w.next()) else { return None };
    b.chars().next()
}

fn main() {
    for s in ["to be", "be", "let it be"] {
        let Some(c) = pick(s) else { continue };
        println!("{c}");
    }
}
