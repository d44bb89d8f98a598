//~ family: lifetime-elided
enum Style {
    Plain,
    Folded { fallback: bool },
}

impl Style {
    fn find<'v, K>(&self, values: &'v [(String, String)], key: K) -> Option<&'v str>
    where
        K: AsRef<str>,
    {
        let same = |name: &str| match self {
            Style::Plain => name == key.as_ref(),
            Style::Folded { .. } => name.eq_ignore_ascii_case(key.as_ref()),
        };
        values.iter().find(|(name, _)| same(name)).map(|(_, value)| value.as_str())
    }

    fn halves<'v>(&self, text: &'v str, at: char) -> (&'v str, Option<String>) {
        let (left, right) = text.split_once(at).unwrap_or((text, ""));
        let keep = matches!(self, Style::Folded { fallback: true });
        (left, keep.then(|| right.to_lowercase()))
    }

    fn sorted<'v>(&self, words: &[&'v str]) -> Vec<&'v str> {
        let mut words = words.to_vec();
        if let Style::Folded { .. } = self {
            words.sort_by_key(|word| word.to_lowercase());
        }
        words
    }
}

fn main() {
    let values = vec![("Host".to_string(), "example".to_string())];
    let folded = Style::Folded { fallback: true };
    println!("{:?} {:?}", Style::Plain.find(&values, "host"), folded.find(&values, String::from("host")));
    println!("{:?} {:?}", folded.halves("k=v", '='), folded.sorted(&["b", "A"]));
}
