//~ family: E0435-const-removed
fn main() {
    const N: usize = 3;
    let a = [7; N];
    println!("{a:?}");
}
