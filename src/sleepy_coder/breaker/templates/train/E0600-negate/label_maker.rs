//~ family: E0600-negate
//~ vary to_uppercase: to_uppercase | to_lowercase
fn label(parts: &[String], gap: &str) -> String {
    let mut out = String::new();
    for part in parts {
        let piece = part.to_uppercase();
        if out.is_empty() {
            out = piece;
        } else {
            out = out + gap + &piece;
        }
    }
    out
}

fn main() {
    let parts = vec!["North".to_string(), "Gate".to_string(), "4b".to_string()];
    let gap = "-";
    let printed = label(&parts, gap);
    let size = printed.len();
    println!("{} ({} letters)", printed, size);
}
