//~ family: E0015-const-removed
const fn sq(n: u32) -> u32 {
    n * n
}

const N: u32 = sq(9);

fn main() {
    println!("{}", N);
}
