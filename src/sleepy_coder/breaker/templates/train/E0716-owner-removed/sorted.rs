//~ family: E0716-owner-removed
fn sorted(mut values: Vec<i32>) -> Vec<i32> {
    values.sort();
    values
}

fn median(values: &[i32]) -> Option<i32> {
    let ordered = sorted(values.to_vec());
    let middle = ordered.get(values.len() / 2)?;
    Some(*middle)
}

fn main() {
    println!("{:?} {:?}", median(&[9, 2, 40]), median(&[]));
    let parts = vec![vec![1, 2], vec![30]].concat();
    let (left, right) = parts.split_at(1);
    println!("{left:?} {right:?}");
}
