//~ family: E0277-compare-reference
fn main() {
    let v = [0, 4, 0];
    let mut n = 0;
    for x in &v {
        if *x == 0 {
            n += 1;
        }
    }
    println!("{n}");
}
