//~ family: E0133-unsafe
//~ vary trim: trim | trim_start
//~ vary u8: u8 | i32 | u64
fn checked(words: &[&str]) -> Vec<u8> {
    let mut numbers = Vec::new();
    for word in words {
        let parsed: Option<u8> = word.trim().parse().ok();
        if parsed.is_some() {
            let number = unsafe { parsed.unwrap_unchecked() };
            numbers.push(number);
        }
    }
    numbers
}

fn main() {
    let words = ["12", " 7", "plum", "31"];
    let numbers = checked(&words);
    println!("{:?}", numbers);
    let letter: u32 = ('a' as u32) + numbers.len() as u32 % 3;
    let initial = unsafe { char::from_u32_unchecked(letter) };
    println!("{}", initial);
}
