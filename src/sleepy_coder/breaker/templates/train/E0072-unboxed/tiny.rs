//~ family: E0072-unboxed
#[derive(Debug)]
struct L {
    n: i32,
    rest: Option<Box<L>>,
}
fn main() {
    let a = L { n: 1, rest: None };
    let b = L { n: 2, rest: Some(a.into()) };
    println!("{:?}", b);
}
