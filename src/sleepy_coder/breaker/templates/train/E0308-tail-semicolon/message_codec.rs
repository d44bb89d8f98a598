//~ family: E0308-tail-semicolon
//~ vary bonjour: bonjour | aaabbbcc | mississippi
//~ vary rev: rev | fuse
fn runs(text: &str) -> Vec<(char, usize)> {
    let mut found: Vec<(char, usize)> = Vec::new();
    for symbol in text.chars() {
        match found.last_mut() {
            Some((previous, times)) if *previous == symbol => *times += 1,
            _ => found.push((symbol, 1)),
        }
    }
    found
}

fn pack(text: &str) -> String {
    runs(text)
        .into_iter()
        .map(|(symbol, times)| if times == 1 { symbol.to_string() } else { format!("{times}{symbol}") })
        .collect()
}

fn checksum(text: &str) -> u32 {
    let mut sum = 0u32;
    for (place, byte) in text.bytes().rev().enumerate() {
        sum = (sum + byte as u32 * (place as u32 + 1)) % 251;
    }
    sum
}

fn frame(text: &str) -> (String, u32) {
    let body = pack(text);
    let check = checksum(&body);
    (body, check)
}

fn main() {
    for text in ["bonjour", "zzzz--yy", ""] {
        let (body, check) = frame(text);
        println!("[{body}] {check} saved {}", text.len() as i64 - body.len() as i64);
    }
}
