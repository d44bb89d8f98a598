//~ family: E0449-pub-added
struct C(u8);
impl Default for C {
    fn default() -> C {
        C(7)
    }
}
enum E {
    A,
    B,
}
fn main() {
    let e = if C::default().0 > 3 { E::B } else { E::A };
    println!("{}", matches!(e, E::B));
}
