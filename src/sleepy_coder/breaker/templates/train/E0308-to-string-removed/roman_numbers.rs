//~ family: E0308-to-string-removed
use std::collections::BTreeMap;

const STEPS: [(u32, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

fn roman(mut number: u32) -> Result<String, String> {
    if number == 0 || number > 39 {
        return Err("out of range".to_string());
    }
    let mut text = String::new();
    for (value, sign) in STEPS {
        while number >= value {
            text += sign;
            number -= value;
        }
    }
    Ok(text)
}

fn glossary<'a>(terms: impl Iterator<Item = (&'a str, u32)>) -> BTreeMap<String, String> {
    let mut glossary: BTreeMap<String, String> = BTreeMap::new();
    for (term, number) in terms {
        let spelt = roman(number).unwrap_or_else(|_| String::from("?"));
        glossary.insert(term.to_lowercase(), spelt);
    }
    glossary.entry("zero".to_owned()).or_insert("nulla".to_string());
    glossary
}

fn main() {
    for (term, spelt) in glossary([("Seven", 7), ("Forty", 40)].into_iter()) {
        println!("{term}: {spelt}");
    }
    println!("{:?}", roman(0).err());
}
