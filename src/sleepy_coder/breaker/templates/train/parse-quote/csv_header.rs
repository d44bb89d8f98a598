//~ family: parse-quote
fn columns(header: &str) -> Vec<String> {
    header.split(',').map(|name| name.trim().to_uppercase()).collect()
}

fn missing(header: &str, wanted: &[&str]) -> Vec<String> {
    let present = columns(header);
    wanted.iter().map(|name| name.to_uppercase()).filter(|name| !present.contains(name)).collect()
}

fn main() {
    let header = "id, price , town";
    println!("{:?}", columns(header));
    let gaps = missing(header, &["price", "owner"]);
    assert_eq!(gaps.len(), 1);
    println!("without {}", gaps.join("; "));
}
