//~ family: E0381-initialiser-removed
fn main() {
    let xs = [3, 8, 20, 90];
    let mut fell: bool = false;
    let mut last: u32 = 0;
    for x in xs {
        if x < last {
            fell = true;
        }
        last = x;
    }
    println!("{fell} {last}");
}
