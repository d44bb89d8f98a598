//~ family: E0308-int-width
fn sq(n: u64) -> u64 {
    n * n
}

fn main() {
    let k: u32 = 70_000;
    let s = sq(k as u64);
    println!("{s}");
}
