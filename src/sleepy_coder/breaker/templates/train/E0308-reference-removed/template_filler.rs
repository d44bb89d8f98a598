//~ family: E0308-reference-removed
use std::borrow::Cow;
use std::collections::HashMap;

type Values<'a> = HashMap<&'a str, String>;

struct Filler<'v> {
    values: &'v Values<'v>,
    missing: Option<&'v str>,
}

impl<'v> Filler<'v> {
    fn new(values: &'v Values<'v>) -> Self {
        Filler { values, missing: None }
    }

    fn word(&self, word: &'v str) -> Cow<'v, str> {
        match word.strip_prefix('$') {
            Some(name) => self.values.get(name).map_or(self.fallback(), |value| Cow::from(value)),
            None => Cow::Borrowed(word),
        }
    }

    fn fallback(&self) -> Cow<'v, str> {
        Cow::Borrowed(self.missing.unwrap_or("?"))
    }
}

fn fill(filler: &Filler, text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(|word| filler.word(&word.to_string()).into_owned()).collect();
    words.join(" ")
}

fn main() {
    let values = Values::from([("who", String::from("Una")), ("many", 12.to_string())]);
    let mut filler = Filler::new(&values);
    println!("{}", fill(&filler, "$who has $many $what"));
    let none = String::from("nothing");
    filler.missing = Some(&none);
    println!("{}", fill(&filler, &format!("{} $what", "and")));
}
