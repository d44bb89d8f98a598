//~ family: E0606-deref-removed
fn main() {
    let v = [3u8, 4];
    for x in &v {
        let y = *x as u32 * 100;
        println!("{y}");
    }
}
