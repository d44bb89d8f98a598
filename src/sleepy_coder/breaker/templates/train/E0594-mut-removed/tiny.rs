//~ family: E0594-mut-removed
fn main() {
    let mut p = (1, 'a');
    p.0 += 6;
    println!("{} {}", p.0, p.1);
}
