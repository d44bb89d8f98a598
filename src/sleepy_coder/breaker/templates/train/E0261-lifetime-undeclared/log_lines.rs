//~ family: E0261-lifetime-undeclared
//~ vary warn: warn | debug | trace
//~ vary contains: contains | starts_with | ends_with
struct Entry<'a> {
    message: &'a str,
    level: u32,
}

fn message_of<'a>(line: &'a str) -> &str {
    match line.split_once(": ") {
        Some((_, message)) => message,
        None => line,
    }
}

fn severity(line: &str) -> u32 {
    if line.contains("warn") {
        40
    } else {
        10
    }
}

fn main() {
    let log = "info: boot complete\nwarn: disk almost full\nno prefix here";
    let entries: Vec<Entry> = log
        .lines()
        .map(|line| Entry { message: message_of(line), level: severity(line) })
        .collect();
    for entry in &entries {
        println!("{:>3} {}", entry.level, entry.message);
    }
    let worst = entries.iter().map(|entry| entry.level).max();
    println!("worst level {:?}", worst);
}
