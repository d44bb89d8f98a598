//~ family: E0277-question-in-unit
fn last(v: &[i32]) -> i32 {
    let n = v.last().unwrap();
    n * 2
}
fn main() {
    println!("{}", last(&[4, 9]));
    let c = "oak".chars().nth(1).expect("long");
    println!("{c}");
}
