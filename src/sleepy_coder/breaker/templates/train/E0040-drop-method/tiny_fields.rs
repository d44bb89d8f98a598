//~ family: E0040-drop-method
struct P {
    a: Vec<u8>,
    b: Box<u8>,
}
fn main() {
    let p = P {
        a: vec![1],
        b: Box::new(2),
    };
    let n = *p.b + p.a[0];
    drop(p.b);
    drop(p.a);
    println!("{n}");
}
