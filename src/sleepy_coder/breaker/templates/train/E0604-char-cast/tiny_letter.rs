//~ family: E0604-char-cast
fn main() {
    let n = 100u32;
    let c = n as u8 as char;
    println!("{c}");
}
