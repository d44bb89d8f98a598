//~ family: E0499-second-borrow
fn main() {
    let mut p = (vec![1], 5);
    let x = &mut p;
    x.0.push(8);
    let y = &mut p;
    y.1 += 3;
    println!("{p:?}");
}
