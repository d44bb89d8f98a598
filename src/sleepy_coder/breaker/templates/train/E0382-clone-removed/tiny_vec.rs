//~ family: E0382-clone-removed
fn eat(v: Vec<i32>) -> usize {
    v.len()
}
fn main() {
    let v = vec![3, 4];
    let s = String::from("x");
    let t = (s.clone(), eat(v.clone()));
    let u = [s.clone(), s];
    println!("{:?} {:?} {}", t, u, v[0]);
}
