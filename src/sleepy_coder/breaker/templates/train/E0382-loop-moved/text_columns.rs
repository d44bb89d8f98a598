//~ family: E0382-loop-moved
fn padded(cells: Vec<String>) -> Vec<String> {
    let mut width = 0;
    for cell in &cells {
        width = width.max(cell.chars().count());
    }
    cells.into_iter().map(|cell| format!("{cell:>width$}")).collect()
}

fn histogram(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let upper: String = letters.iter().map(|letter| letter.to_ascii_uppercase()).collect();
    let mut lines = upper + ":";
    for letter in letters.iter() {
        if letter.is_lowercase() {
            lines.push('*');
        }
    }
    lines + &letters.len().to_string()
}

fn main() {
    let names = ["lead", "copper", "tin"].map(String::from).to_vec();
    let backup = names.clone();
    for (name, cell) in names.iter().zip(padded(backup)) {
        println!("[{cell}] {}", name.len());
    }
    println!("{}", names.join(","));
    println!("{}", histogram("a cab added a decade"));
}
