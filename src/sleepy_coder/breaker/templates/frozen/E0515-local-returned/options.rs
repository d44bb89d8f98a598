//~ family: E0515-local-returned
#[derive(Default)]
struct Options {
    pairs: Vec<(String, String)>,
}

impl Options {
    fn read(text: &str) -> Options {
        let pairs = text
            .split(';')
            .filter_map(|part| part.split_once(':'))
            .map(|(key, value)| (key.trim().to_string(), value.trim().to_string()))
            .collect();
        Options { pairs }
    }

    fn value(&self, key: &str) -> &str {
        for (name, value) in &self.pairs {
            if name == key {
                return value;
            }
        }
        "unset"
    }

    fn keys(&self) -> String {
        let keys: Vec<_> = self.pairs.iter().map(|pair| pair.0.replace('_', " ")).collect();
        keys.join(",")
    }
}

fn main() {
    let options = Options::read("line_width: 90; tab: 4");
    println!("{} {}", options.value("tab"), options.value("wrap"));
    println!("{}", options.keys());
    println!("{}", Options::default().keys().len());
}
