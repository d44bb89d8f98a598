//~ family: E0382-match-moved
fn main() {
    let r: Result<String, String> = "7a".parse::<i32>().map(|n| n.to_string()).map_err(|e| e.to_string());
    match &r {
        Ok(s) => println!("ok {s}"),
        Err(e) => println!("bad: {}", e.len()),
    }
    println!("{}", r.is_err());
}
