//~ family: E0107-argument-added
struct M(u32);
fn far(m: &M) -> bool {
    m.0 > 9
}
fn add(a: M, b: M) -> M {
    M(a.0 + b.0)
}
fn main() {
    let all: Vec<M> = vec![add(M(4), M(7))];
    println!("{}", all.iter().any(far));
}
