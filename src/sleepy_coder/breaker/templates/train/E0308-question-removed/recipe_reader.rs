//~ family: E0308-question-removed
//~ vary u32: u32 | i32 | i64
//~ vary butter: butter | cocoa | saffron
#[derive(Debug)]
struct Line {
    amount: u32,
    unit: String,
    item: String,
}

fn number(word: &str) -> Result<u32, String> {
    word.parse().map_err(|_| format!("'{word}' is no amount"))
}

fn field<'a>(parts: &[&'a str], place: usize) -> Result<&'a str, String> {
    parts.get(place).copied().ok_or(format!("part {place} missing"))
}

fn read_line(text: &str) -> Result<Line, String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let amount: u32 = number(field(&parts, 0)?)?;
    let unit: &str = field(&parts, 1)?;
    let item: &str = field(&parts, 1 + 1)?;
    Ok(Line { amount, unit: unit.to_string(), item: item.to_string() })
}

fn main() {
    for text in ["20 g butter", "some salt", "4 eggs", "12 ml milk"] {
        match read_line(text) {
            Ok(Line { amount, unit, item }) => println!("{item}: {amount}{unit}"),
            Err(problem) => println!("error: {problem}"),
        }
    }
}
