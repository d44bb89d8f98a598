//~ family: E0608-tuple-index
fn main() {
    let p = (4, 'z');
    let n = p.0 + 1;
    let c = p.1;
    println!("{n}{c}");
}
