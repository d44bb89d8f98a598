//~ family: E0308-to-string-removed
fn plural(n: u8, w: &str) -> String {
    if n == 1 {
        w.to_string()
    } else {
        w.to_owned() + "s"
    }
}

fn main() {
    let mut v: Vec<String> = Vec::new();
    v.push("oak".into());
    v.push(plural(2, "elm"));
    println!("{v:?}");
}
