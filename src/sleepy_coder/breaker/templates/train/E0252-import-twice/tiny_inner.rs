//~ family: E0252-import-twice
fn f(n: u8) -> bool {
    use std::ops::ControlFlow::{Break, Continue};
    let r = if n > 3 { Break(n) } else { Continue(()) };
    r.is_break()
}
fn main() {
    use std::iter::repeat as again;
    println!("{} {:?}", f(5), again(1).take(2).collect::<Vec<u8>>());
}
