//~ family: E0119-derived-too
#[derive(Debug)]
struct Template {
    text: String,
    copies: u32,
}

impl Clone for Template {
    fn clone(&self) -> Template {
        Template { text: self.text.clone(), copies: self.copies + 1 }
    }
}

#[derive(Clone)]
enum Level {
    Low,
    High(u8),
}

impl Default for Level {
    fn default() -> Level {
        Level::High(5)
    }
}

impl PartialEq for Level {
    fn eq(&self, other: &Level) -> bool {
        self.rank() == other.rank()
    }
}

impl Level {
    fn rank(&self) -> u8 {
        match self {
            Level::Low => 0,
            Level::High(by) => *by,
        }
    }
}

fn main() {
    let first = Template { text: "dear".to_string(), copies: 0 };
    let third = first.clone().clone();
    println!("{third:?}");
    println!("{} {}", Level::default().rank(), Level::Low == Level::High(0));
}
