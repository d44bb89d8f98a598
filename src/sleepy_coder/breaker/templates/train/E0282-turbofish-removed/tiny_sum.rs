//~ family: E0282-turbofish-removed
fn f(s: &str) -> bool {
    s.parse::<f64>().is_ok_and(|x| x > 0.5)
}
fn main() {
    let v: Vec<_> = "a1b".chars().rev().collect();
    let n = [4u8, 6].iter().map(|x| *x as u32).sum::<u32>().pow(2);
    println!("{} {} {n}", f("2.5"), v.len());
}
