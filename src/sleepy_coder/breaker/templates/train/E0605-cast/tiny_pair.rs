//~ family: E0605-cast
fn id<T>(t: T) -> T {
    t
}
fn main() {
    let p = ('a', [1u8]);
    let q = id(p);
    let o = Some(q);
    let s = String::new() + "x";
    println!("{:?} {}", id(o), id(s));
}
