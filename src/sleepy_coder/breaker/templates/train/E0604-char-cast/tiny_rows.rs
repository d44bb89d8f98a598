//~ family: E0604-char-cast
fn main() {
    for n in 0..3i32 {
        let c: char = (n + 65) as u8 as char;
        let d = (n * 2 + 97) as u8 as char;
        println!("{c}{d}");
    }
}
