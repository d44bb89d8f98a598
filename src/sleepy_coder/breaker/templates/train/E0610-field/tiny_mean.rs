//~ family: E0610-field
fn mean(s: u32, n: u32) -> u32 {
    let m = s / n;
    m
}

fn main() {
    println!("{}", mean(17, 4));
}
