//~ family: E0107-arguments-removed
fn evens(v: Vec<u32>) -> Vec<u32> {
    v.into_iter().filter(|n| n % 2 == 0).collect()
}
fn first(v: &[u32]) -> Option<u32> {
    v.iter().copied().next()
}
fn main() {
    println!("{:?}", first(&evens(vec![3, 4, 6])));
}
