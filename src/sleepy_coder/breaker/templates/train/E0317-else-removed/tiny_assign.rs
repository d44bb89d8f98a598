//~ family: E0317-else-removed
fn main() {
    let mut m = 0;
    let mut k = 9;
    for n in [4, 9, 2] {
        m = if n > 3 { m + n } else { m };
        k = if n < k { n } else { k };
    }
    let b = if m < 12 { 12 } else { m };
    let t = if b > 12 { Some(b) } else { None };
    println!("{m} {k} {t:?}");
}
