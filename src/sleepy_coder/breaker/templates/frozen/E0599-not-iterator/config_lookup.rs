//~ family: E0599-not-iterator
//~ vary trim: trim | trim_start
struct Config {
    pairs: Vec<(String, String)>,
}

fn parse_text(text: &str) -> Result<Config, String> {
    let mut pairs = Vec::new();
    for line in text.lines() {
        let (key, value) = line.split_once('=').ok_or(format!("bad line: {}", line))?;
        pairs.push((key.trim().to_string(), value.trim().to_string()));
    }
    Ok(Config { pairs })
}

impl Config {
    fn lookup(&self, wanted: &str) -> Option<&str> {
        self.pairs.iter().find(|pair| pair.0 == wanted).map(|pair| pair.1.as_str())
    }
}

fn main() {
    match parse_text("host = oak\nport = 80") {
        Ok(config) => {
            println!("{:?} {:?}", config.lookup("host"), config.lookup("user"));
            let known: Vec<&String> = config.pairs.iter().map(|(key, _)| key).collect();
            println!("known: {:?}", known);
        }
        Err(reason) => println!("{}", reason),
    }
}
