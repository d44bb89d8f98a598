//~ family: E0532-arguments-removed
enum S {
    On(u8, u8),
    Off(char),
    No,
}

fn f(s: &S) -> S {
    match s {
        S::On(0, _) | S::Off(_) => S::No,
        S::On(a, b) => S::On(a - 1, b + 1),
        S::No => S::Off('x'),
    }
}

fn main() {
    let (mut s, mut n) = (S::On(3, 4), 0);
    while let S::On(_, _) = s {
        s = f(&s);
        n += 1;
    }
    if let S::Off(_) = f(&s) {
        println!("{n}");
    }
    if let S::Off(c) = f(&S::No) {
        println!("{c}");
    }
}
