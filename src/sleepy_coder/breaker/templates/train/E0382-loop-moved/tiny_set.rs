//~ family: E0382-loop-moved
use std::collections::BTreeSet;

fn main() {
    let s: BTreeSet<u8> = "hello".bytes().collect();
    let t = s.iter().map(|b| b.count_ones()).sum::<u32>();
    for c in &s {
        print!("{c} ");
    }
    println!("{t} {}", s.len());
}
