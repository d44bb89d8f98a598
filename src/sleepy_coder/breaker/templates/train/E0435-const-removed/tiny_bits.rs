//~ family: E0435-const-removed
fn low(n: u32) -> u8 {
    const LEN: usize = 4;
    let b: [u8; LEN] = n.to_be_bytes();
    b[3]
}
fn main() {
    let f = |n| {
        const TOP: u32 = 9;
        const HALF: u32 = TOP / 2;
        low(n) as u32 % HALF
    };
    println!("{}", f(300));
}
