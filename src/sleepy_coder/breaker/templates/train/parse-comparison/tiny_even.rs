//~ family: parse-comparison
fn main() {
    let n = 12;
    if n % 2 == 0 {
        println!("even");
    }
    let m = n != 5;
    println!("{m}");
}
