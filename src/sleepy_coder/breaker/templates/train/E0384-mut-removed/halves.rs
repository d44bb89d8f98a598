//~ family: E0384-mut-removed
fn main() {
    let mut a = 96u8;
    let (mut i, n) = (0, 5);
    for mut k in 0..3 {
        k += 1;
        println!("{k}");
    }
    while i < n {
        i += 2;
        a >>= 1;
    }
    println!("{a} {i}");
}
