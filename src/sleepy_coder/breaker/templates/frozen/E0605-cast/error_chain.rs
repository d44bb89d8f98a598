//~ family: E0605-cast
//~ vary u16: u16 | u32 | i64
#[derive(Debug)]
enum Fault {
    Missing(String),
    Garbled { key: String },
}

fn read(source: &[(&str, &str)], key: &str) -> Result<u16, Fault> {
    let found = source.iter().find(|pair| pair.0 == key);
    let (_, raw) = found.ok_or_else(|| Fault::Missing(key.to_string()))?;
    raw.parse().map_err(|_| Fault::Garbled { key: key.to_string() })
}

fn main() {
    let source = [("port", "82"), ("depth", "deep")];
    for key in ["port", "depth", "colour"] {
        match read(&source, key) {
            Ok(value) => println!("{} = {}", key, value),
            Err(fault) => println!("{} failed: {:?}", key, fault),
        }
    }
}
