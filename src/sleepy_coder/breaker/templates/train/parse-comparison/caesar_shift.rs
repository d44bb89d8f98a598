//~ family: parse-comparison
fn shift(text: &str, by: u8) -> String {
    let mut shifted = String::new();
    for letter in text.chars() {
        if letter == ' ' {
            shifted.push('_');
            continue;
        }
        let place = (letter as u8 - b'a' + by) % 26;
        shifted.push(char::from(b'a' + place));
    }
    shifted
}

fn same(left: &str, right: &str) -> bool {
    if left.len() != right.len() {
        return false;
    }
    left.chars().zip(right.chars()).all(|(a, b)| a == b)
}

fn main() {
    let secret = shift("winter is here", 3);
    println!("{secret}");
    println!("{}", same(&secret, &shift("winter is near", 3)));
}
