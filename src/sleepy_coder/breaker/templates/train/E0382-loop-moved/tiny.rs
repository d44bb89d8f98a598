//~ family: E0382-loop-moved
fn main() {
    let v = vec![4, 7, 9];
    let mut t = 0;
    for x in &v {
        t += x;
    }
    println!("{} of {:?}", t, v);
}
