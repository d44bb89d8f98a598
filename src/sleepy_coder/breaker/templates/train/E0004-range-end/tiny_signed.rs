//~ family: E0004-range-end
fn f(n: i8, b: bool) -> char {
    match (n, b) {
        (i8::MIN..=-1, _) => '-',
        (0..=i8::MAX, true) => 'p',
        (0.., false) => 'n',
    }
}

fn main() {
    println!("{}{}", f(-1, true), f(9, false));
}
