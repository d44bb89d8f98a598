//~ family: E0506-borrow
fn main() {
    let mut h = 23;
    let d = h;
    h = (h + 4) % 24;
    println!("{d} {h}");
    let mut w = String::from("mon");
    let y = w.clone();
    w = String::from("tue");
    println!("{y} {w}");
}
