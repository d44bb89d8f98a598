//~ family: E0599-method-typo
fn port(line: &str) -> Option<u16> {
    let (name, value) = line.split_once('=')?;
    if name.trim() != "port" {
        return None;
    }
    value.trim().parse().ok()
}

fn choose(lines: &[&str], fallback: u16) -> u16 {
    let found = lines.iter().filter_map(|line| port(line)).next();
    found.map(|port| port + 1).unwrap_or(fallback)
}

fn main() {
    let first = choose(&["host = x", "port = 80"], 9);
    let second = choose(&["port = eighty"], 9);
    println!("{first} {second}");
}
