//~ family: E0616-pub-removed
mod m {
    #[derive(Default)]
    pub struct S {
        pub a: u8,
        pub b: [i32; 2],
    }
    pub struct W(pub char);
}
fn main() {
    let s = m::S::default();
    let w = m::W('w');
    println!("{} {} {}", s.a, s.b[1], w.0);
}
