//~ family: E0369-derive-removed
#[derive(PartialEq)]
enum K {
    A,
    B(u8),
}
#[derive(PartialEq, PartialOrd)]
struct V(f32);
fn main() {
    println!("{} {}", V(1.5) < V(2.5), [K::A, K::B(3)].iter().filter(|k| **k == K::A).count());
}
