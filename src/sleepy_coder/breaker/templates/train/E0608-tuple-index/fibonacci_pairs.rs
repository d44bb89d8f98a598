//~ family: E0608-tuple-index
//~ vary u64: u64 | u32 | i64
fn pair(steps: usize) -> (u64, u64) {
    let mut pair = (0, 1);
    for _ in 0..steps {
        let next = pair.0 + pair.1;
        pair = (pair.1, next);
    }
    pair
}

fn ratio(steps: usize) -> u64 {
    let values = pair(steps);
    values.1 * 1000 / values.0
}

fn main() {
    println!("{:?}", pair(9));
    println!("{}", ratio(15));
}
