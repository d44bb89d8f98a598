//~ family: E0308-int-width
fn half(n: i64) -> i64 {
    n / 2
}

fn main() {
    let w: [u16; 2] = [40, 7];
    let v: [u32; 2] = w.map(|x| x as u32);
    let n = v.len();
    let i: u8 = n as u8;
    println!("{} {i} {}", half(n as i64), v[0]);
}
