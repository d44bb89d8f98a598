//~ family: E0416-bound-twice
fn main() {
    let t = (4, 9);
    let (a, _) = t;
    println!("{a}");
}
