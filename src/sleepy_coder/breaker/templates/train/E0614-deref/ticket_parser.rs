//~ family: E0614-deref
//~ vary u16: u16 | u32 | i64
fn parse_code(raw: &str) -> Result<u16, String> {
    let (_, digits) = raw.split_once('-').ok_or_else(|| format!("no dash in {}", raw))?;
    let value: u16 = digits.parse().map_err(|_| format!("bad number {}", digits))?;
    let doubled = value + value;
    if doubled == 0 {
        return Err("zero ticket".to_string());
    }
    Ok(doubled + 1)
}

fn main() {
    let mut total: u16 = 0;
    for raw in ["a-17", "b-0", "c17", "d-x"] {
        match parse_code(raw) {
            Ok(price) => {
                total += price;
                println!("{} costs {}", raw, price);
            }
            Err(reason) => println!("{}", reason),
        }
    }
    println!("total {}", total);
}
