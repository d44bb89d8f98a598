//~ family: E0531-variant-typo
struct Id(u8);

fn f(Id(n): Id) -> Result<u8, u8> {
    n.checked_sub(4).ok_or(n)
}

fn main() {
    for k in [2, 9] {
        println!("{}", f(Id(k)).map_or_else(|e| e + 1, |n| n));
        println!(
            "{}",
            match f(Id(k)) {
                Ok(n) | Err(n) => n * 2,
            }
        );
    }
}
