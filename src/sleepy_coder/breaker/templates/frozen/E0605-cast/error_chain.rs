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

fn show<T: std::fmt::Debug>(what: &str, value: T) {
    println!("{} is {:?}", what, value);
}

fn main() {
    let source = [("port", "82"), ("depth", "deep")];
    let absent = Fault::Missing("nothing".to_string());
    show("fault", absent);
    show("source", source);
    for key in ["port", "depth", "colour"] {
        let outcome = read(&source, key);
        println!("{}: {:?}", key, outcome);
    }
}
