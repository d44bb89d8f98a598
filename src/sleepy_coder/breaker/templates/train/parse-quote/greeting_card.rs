//~ family: parse-quote
struct Card {
    to: String,
    lines: Vec<String>,
}

impl Card {
    fn render(&self, width: usize) -> String {
        let mut text = format!("Dear {}\n", self.to);
        for line in &self.lines {
            text.push_str(&line[..line.len().min(width)]);
            text.push('\n');
        }
        text
    }
}

fn main() {
    let lines = vec![String::from("The garden is green again")];
    let card = Card { to: String::from("Marta"), lines };
    print!("{}", card.render(10));
    let last = card.lines.last().map(|line| line.len());
    println!("last line {last:?} of {}", card.lines.len());
}
