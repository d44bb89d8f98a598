//~ family: E0428-item-twice
fn sq(n: i32) -> i32 {
    n * n
}
const K: i32 = 3;
fn main() {
    println!("{}", sq(K) + 1);
}
