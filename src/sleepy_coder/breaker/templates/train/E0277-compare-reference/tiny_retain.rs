//~ family: E0277-compare-reference
fn main() {
    let mut v = vec![4, 0, 7];
    let k = &7;
    v.retain(|n| *n != 0);
    let c = v.iter().filter(|n| **n == *k).count();
    if let Some(n) = v.first() {
        println!("{} {c}", *n == 4);
    }
    let even = v.iter().any(|n| n % 2 == 0);
    let odd = v.last().map_or(false, |n| *n == 9);
    println!("{even} {odd}");
}
