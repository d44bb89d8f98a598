//~ family: E0532-arguments-removed
enum E {
    A(i32),
    B,
}

fn f(e: E) -> i32 {
    match e {
        E::A(_) => 1,
        E::B => 0,
    }
}

fn main() {
    println!("{} {}", f(E::A(7)), f(E::B));
}
