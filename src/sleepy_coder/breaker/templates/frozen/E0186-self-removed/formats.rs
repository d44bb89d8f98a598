//~ family: E0186-self-removed
use std::fmt;

struct Plain;
struct Markup {
    tag: String,
}

trait Format {
    fn open(&self) -> String {
        String::new()
    }
    fn line(&self, words: &[&str]) -> String;
}

impl Format for Plain {
    fn line(&self, words: &[&str]) -> String {
        words.join(" ")
    }
}

impl Format for Markup {
    fn open(&self) -> String {
        format!("<{}>", self.tag)
    }
    fn line(&self, words: &[&str]) -> String {
        words.iter().map(|word| format!("[{word}]")).collect()
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain text")
    }
}

fn print_all<F: Format>(format: &F, lines: &[Vec<&str>]) {
    println!("{}{}", format.open(), lines.iter().map(|words| format.line(words)).collect::<Vec<_>>().join("/"));
}

fn main() {
    let lines = vec![vec!["sea", "salt"], vec!["oil"]];
    println!("{}", Plain);
    print_all(&Plain, &lines);
    print_all(&Markup { tag: "p".to_string() }, &lines);
}
