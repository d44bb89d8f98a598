//~ family: E0604-char-cast
fn control(code: &str) -> Option<char> {
    let mut sum = 0;
    for (place, digit) in code.chars().enumerate() {
        sum += digit.to_digit(10)? as usize * (place + 2);
    }
    let rest = sum % 11;
    let control = if rest == 10 { 'X' } else { (rest + 48) as u8 as char };
    Some(control)
}

fn main() {
    println!("{:?}", control("030640"));
    println!("{:?}", control("9912"));
    println!("{:?}", control("12a"));
}
