//~ family: E0277-int-float
fn f(a: usize, b: f64) -> f64 {
    b * a as f64
}
fn main() {
    let v = [3u8, 5];
    let s = 2.5 - v[0] as f64;
    let t = s / v.len() as f64;
    println!("{} {t}", f(v.len(), s));
}
