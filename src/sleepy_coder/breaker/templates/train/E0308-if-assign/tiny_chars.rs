//~ family: E0308-if-assign
fn main() {
    let s: Vec<char> = "level".chars().collect();
    let mut i = 0;
    let n = s.len() - 1;
    while s[i] == s[n - i] {
        i += 1;
        if i == n {
            break;
        }
    }
    println!("{}", if i == n { "yes" } else { "no" });
}
