//~ family: E0004-guard
fn f(s: &str) -> Result<u8, String> {
    match s.parse::<u8>() {
        Ok(n) if n > 9 => Ok(9),
        Ok(n) => Ok(n),
        Err(e) => Err(e.to_string()),
    }
}

fn main() {
    let g = |c: char| match c.len_utf8() {
        n if n == 1 => 'a',
        _ => 'u',
    };
    println!("{:?} {}", f("31"), g('é'));
}
