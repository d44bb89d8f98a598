//~ family: E0191-binding-removed
fn sum(it: &mut dyn Iterator<Item = i32>) -> i32 {
    let mut s = 0;
    for x in it {
        s += x;
    }
    s
}
fn main() {
    println!("{}", sum(&mut vec![1, 5].into_iter()));
}
