fn count(values: &[i32] -> usize {
    values.len()
}

fn main() {
    let total = count(&[1, 2, 3])
    println!("{}", total);
}
