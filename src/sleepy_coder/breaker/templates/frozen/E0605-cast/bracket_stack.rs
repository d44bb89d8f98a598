//~ family: E0605-cast
//~ vary is_alphabetic: is_alphabetic | is_numeric
struct Checker {
    open: Vec<char>,
    seen: String,
}

impl Checker {
    fn feed(&mut self, symbol: char) -> bool {
        if symbol.is_alphabetic() {
            self.seen.push(symbol);
        }
        match symbol {
            '(' | '[' => self.open.push(symbol),
            ')' => return self.open.pop() == Some('('),
            ']' => return self.open.pop() == Some('['),
            _ => {}
        }
        true
    }
}

fn main() {
    for text in ["(a[1])", "[b2)", "((c"] {
        let mut checker = Checker { open: vec![], seen: String::new() };
        let fits = text.chars().all(|symbol| checker.feed(symbol));
        let waiting = checker.open;
        println!("{} {} waiting {:?}", text, fits, waiting);
        let letters = checker.seen;
        println!("letters {:?}", letters);
    }
}
