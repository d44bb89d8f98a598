//~ family: E0373-move-removed
fn add(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}
fn cap(n: i32) -> Box<dyn Fn(i32) -> bool> {
    Box::new(move |x| x < n)
}
fn main() {
    println!("{} {}", add(3)(4), cap(9)(12));
}
