//~ family: E0435-const-removed
fn sums(values: &[i64]) -> Vec<i64> {
    const PART: usize = 2;
    let mut sums = Vec::new();
    for chunk in values.chunks(2) {
        let Ok(pair) = <[i64; PART]>::try_from(chunk) else {
            break;
        };
        sums.push(pair.iter().sum());
    }
    sums
}

fn main() {
    println!("{:?}", sums(&[4, 5, 10, -3, 8]));
    println!("{:?}", sums(&[7]));
}
