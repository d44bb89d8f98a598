//~ family: E0277-index-cast
#[derive(Clone, Copy)]
enum E {
    A,
    B = 2,
}
fn pick(v: &[char], n: u8) -> char {
    v[n as usize]
}
fn main() {
    let v = ['p', 'q', 'r'];
    let e = [E::A, E::B][true as usize];
    println!("{} {}", pick(&v, 1), v[e as usize]);
}
