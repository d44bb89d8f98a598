//~ family: E0515-local-returned
use std::collections::BTreeMap;

struct Names<'n> {
    fixed: [&'static str; 3],
    extra: BTreeMap<u8, &'n str>,
    owned: Vec<String>,
}

enum Code {
    Fixed(usize),
    Extra(u8),
    Owned { at: usize, cut: Option<usize> },
}

impl<'n> Names<'n> {
    fn fixed(&self, at: usize) -> &'static str {
        self.fixed.get(at).copied().unwrap_or("?")
    }

    fn extra(&self, code: u8) -> &'n str {
        match self.extra.range(..=code).next_back() {
            Some((_, name)) => return name,
            None => {}
        }
        self.fixed(0)
    }

    fn name(&self, code: &Code) -> &str {
        if let Code::Fixed(at) = code {
            return self.fixed(*at);
        }
        let found = match code {
            Code::Extra(code) => self.extra(*code),
            Code::Owned { at, cut: Some(end) } => &self.owned[*at][..*end],
            _ => self.owned[0].trim(),
        };
        found
    }
}

fn main() {
    let names = Names {
        fixed: ["zero", "one", "two"],
        extra: BTreeMap::from([(10, "ten")]),
        owned: vec!["eleven ".to_string()],
    };
    let codes = [Code::Fixed(2), Code::Extra(12), Code::Extra(3), Code::Owned { at: 0, cut: Some(4) }];
    let all: Vec<_> = codes.iter().map(|code| names.name(code).to_string()).collect();
    println!("{} {}", all.join(","), names.name(&Code::Owned { at: 0, cut: None }));
}
