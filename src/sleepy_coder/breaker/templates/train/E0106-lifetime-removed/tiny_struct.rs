//~ family: E0106-lifetime-removed
struct P<'a> {
    a: &'a str,
}

fn f<'a>(p: &'a P<'a>, b: &'a str) -> &'a str {
    if b.is_empty() {
        p.a
    } else {
        b
    }
}

fn main() {
    println!("{}", f(&P { a: "x" }, ""));
}
