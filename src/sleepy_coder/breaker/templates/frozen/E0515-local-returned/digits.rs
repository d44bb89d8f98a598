//~ family: E0515-local-returned
fn main() {
    let ns = [407, 12];
    let ds: Vec<u32> = ns
        .iter()
        .flat_map(|n| n.to_string().chars().collect::<Vec<char>>())
        .filter_map(|c| c.to_digit(10))
        .collect();
    println!("{ds:?}");
}
