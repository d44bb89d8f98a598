//~ family: E0604-char-cast
//~ vary usize: usize | u32 | u64
fn column(number: usize) -> String {
    let mut left = number;
    let mut name = Vec::new();
    loop {
        name.push((65 + left % 26) as u8 as char);
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    name.iter().rev().collect()
}

fn main() {
    for number in [0, 25, 26, 701] {
        println!("{number} {}", column(number));
    }
}
