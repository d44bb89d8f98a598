//~ family: E0560-typo
struct Q {
    low: u8,
    high: u8,
}
const WIDE: Q = Q { low: 1, high: 90 };
fn mid(q: &Q) -> Q {
    let low = q.low / 2;
    Q { low, high: q.high - 1 }
}
fn main() {
    let q = mid(&WIDE);
    println!("{} {}", q.low, q.high);
}
