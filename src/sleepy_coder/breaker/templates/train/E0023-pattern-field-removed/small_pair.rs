//~ family: E0023-pattern-field-removed
struct P(u8, &'static str);

fn f(P(n, _): P) -> u8 {
    n + 1
}

fn main() {
    let P(_, s) = P(2, "two");
    println!("{s} {}", f(P(4, "four")));
}
