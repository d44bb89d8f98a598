//~ family: E0277-question-in-unit
fn main() {
    let n: i32 = "41".parse().unwrap();
    println!("{}", n + 1);
}
