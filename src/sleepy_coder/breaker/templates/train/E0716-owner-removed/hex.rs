//~ family: E0716-owner-removed
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn short(bytes: &[u8]) -> String {
    let whole = hex(bytes);
    let head = whole.get(..4).unwrap_or("");
    format!("{head}..")
}

fn main() {
    let key = [18, 52, 171, 7];
    println!("{}", short(&key));
    let text = hex(&key[1..]);
    let pairs: Vec<&str> = text.split("ab").collect();
    println!("{pairs:?}");
}
