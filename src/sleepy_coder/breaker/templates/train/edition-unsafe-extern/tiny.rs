//~ family: edition-unsafe-extern
//~ edition: 2024
unsafe extern "C" {
    fn toupper(c: i32) -> i32;
}

fn main() {
    let c = unsafe { toupper('k' as i32) };
    println!("{}", c as u8 as char);
}
