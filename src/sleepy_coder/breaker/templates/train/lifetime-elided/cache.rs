//~ family: lifetime-elided
use std::collections::HashMap;

#[derive(Default)]
struct Cache {
    hits: HashMap<String, u32>,
}

impl Cache {
    fn touch<'d>(&mut self, documents: &'d HashMap<String, String>, key: &str) -> Result<&'d str, String> {
        let document = documents.get(key).ok_or_else(|| format!("no {key}"))?;
        *self.hits.entry(key.to_string()).or_insert(0) += 1;
        Ok(document)
    }

    fn words<'d>(&self, document: &'d str) -> Vec<&'d str> {
        document.split(' ').filter(|word| !self.hits.contains_key(*word)).collect()
    }
}

fn main() {
    let documents = HashMap::from([("menu".to_string(), "soup and menu".to_string())]);
    let mut cache = Cache::default();
    println!("{:?}", cache.touch(&documents, "menu"));
    println!("{:?}", cache.touch(&documents, "bill"));
    println!("{:?}", cache.words(&documents["menu"]));
}
