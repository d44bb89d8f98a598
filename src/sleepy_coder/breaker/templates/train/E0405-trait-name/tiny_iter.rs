//~ family: E0405-trait-name
use std::iter::Sum;
struct N(u8);
impl Sum for N {
    fn sum<I: Iterator<Item = N>>(i: I) -> N {
        N(i.map(|n| n.0).max().unwrap_or(0))
    }
}
fn main() {
    println!("{}", [4, 6].map(N).into_iter().sum::<N>().0);
}
