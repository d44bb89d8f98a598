//~ family: E0308-else-type
//~ vary u32: u32 | u64 | u16
fn parse_port(text: &str) -> Result<u32, String> {
    let checked = if text.is_empty() {
        Err("empty".to_string())
    } else {
        Ok(text.trim_start_matches('0'))
    };
    let digits = checked?;
    digits.parse::<u32>().map_err(|error| error.to_string())
}

fn pick<'a>(ports: &[u32], name: &'a str) -> Option<(&'a str, u32)> {
    let found = if ports.iter().all(|port| *port < 1024) {
        None
    } else {
        let best = ports.iter().copied().max().unwrap_or(80);
        Some((name, best))
    };
    found
}

fn main() {
    let mut good = Vec::new();
    for text in ["0080", "", "8443", "x"] {
        match parse_port(text) {
            Ok(port) => good.push(port),
            Err(reason) => {
                let shown = if text.is_empty() {
                    "(none)".to_string()
                } else {
                    text.to_string()
                };
                println!("{shown}: {reason}");
            }
        }
    }
    println!("{:?} {good:?}", pick(&good, "web"));
}
