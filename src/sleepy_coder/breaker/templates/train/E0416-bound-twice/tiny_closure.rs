//~ family: E0416-bound-twice
fn f(v: &[(u8, u8)]) -> Option<u8> {
    let (_, c) = v.iter().max()?;
    let [(a, _), (b, _)] = [v[0], v[1]];
    if a < b {
        Some(*c)
    } else {
        None
    }
}

fn main() {
    println!("{:?}", f(&[(4, 30), (9, 7)]));
}
