//~ family: E0515-local-returned
fn f(s: &str) -> &str {
    &s[1..]
}
fn g<'a>(a: &'a [String], i: usize) -> &'a str {
    if i > 9 {
        return "big";
    }
    a[i].as_str()
}
fn main() {
    println!("{} {}", f("ab"), g(&["c".to_string()], 0));
}
