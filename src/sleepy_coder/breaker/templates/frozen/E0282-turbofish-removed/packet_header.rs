//~ family: E0282-turbofish-removed
//~ vary u16: u16 | u32 | i64
//~ vary ttl: ttl | hops | window
#[derive(Debug)]
enum HeaderError {
    NoColon,
    NotANumber { name: String },
}

fn field(chunk: &str) -> Result<(String, u16), HeaderError> {
    let (name, raw) = chunk.split_once(':').ok_or(HeaderError::NoColon)?;
    let number = raw.trim().parse::<u16>().map_err(|_| HeaderError::NotANumber { name: name.to_string() })?;
    Ok((name.to_string(), number))
}

fn header(text: &str) -> Result<Vec<(String, u16)>, HeaderError> {
    text.split('|').map(field).collect()
}

fn main() {
    for text in ["ttl: 64|port: 80", "ttl 9", "port: http"] {
        match header(text) {
            Ok(fields) => {
                let names = fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<&str>>();
                println!("{} -> {:?}", names.join(","), fields.last());
            }
            Err(error) => println!("{error:?}"),
        }
    }
    let blank: Vec<u16> = Vec::default();
    println!("{} spare, {} valid", blank.len(), "7 8 z".split(' ').flat_map(|d| d.parse::<u16>()).count());
}
