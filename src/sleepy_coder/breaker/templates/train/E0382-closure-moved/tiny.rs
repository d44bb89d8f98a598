//~ family: E0382-closure-moved
fn main() {
    let v = vec![2, 5];
    let f = |x: usize| v[x] * 2;
    println!("{} {}", f(0), f(1));
    println!("{:?}", v);
}
