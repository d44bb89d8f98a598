//~ family: E0716-owner-removed
fn main() {
    let s = String::from("  hi ");
    let t = s.trim();
    println!("[{t}]");
}
