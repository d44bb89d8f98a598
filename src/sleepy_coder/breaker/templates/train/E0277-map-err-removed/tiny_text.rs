//~ family: E0277-map-err-removed
fn f(s: &str) -> Result<i32, String> {
    let n: i32 = s.parse().map_err(|_| "bad".to_string()).or(Err(s.to_string()))?;
    let m: i32 = s.trim().parse::<i32>().map_err(|e| e.to_string())?;
    Ok(n + m)
}

fn main() {
    println!("{:?} {:?}", f("21"), f("x"));
}
