//~ family: parse-and
fn scan(text: &str) -> Result<Vec<&str>, usize> {
    let bytes = text.as_bytes();
    let (mut at, mut found) = (0, vec![]);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b if b == b' ' || b == b'\t' => {
                at += 1;
                continue;
            }
            b'"' => loop {
                at += 1;
                if at == bytes.len() || (bytes[at] == b'"' && bytes[at - 1] != b'\\') {
                    at += 1;
                    break;
                }
            },
            b if b.is_ascii_digit() || b == b'-' => {
                at += 1;
                while at < bytes.len() && (bytes[at].is_ascii_digit() || bytes[at] == b'.') {
                    at += 1;
                }
            }
            _ => return Err(start),
        }
        found.push(text.get(start..at).ok_or(start)?);
    }
    Ok(found)
}

fn main() {
    for text in ["12 -3.5 \"a b\"", "4 + 4", "\"open"] {
        let tokens = scan(text);
        let fine = tokens.as_ref().is_ok_and(|list| !list.is_empty() && list.len() < 9);
        println!("{tokens:?} {fine}");
    }
}
