//~ family: E0423-struct-parens
use std::collections::HashMap;
use std::num::ParseIntError;

#[derive(Debug, Default, Clone)]
struct Options {
    width: u16,
    title: Option<String>,
}

struct Builder<'b> {
    pairs: HashMap<&'b str, &'b str>,
    defaults: Options,
}

#[derive(Debug)]
struct Invalid {
    key: &'static str,
    source: ParseIntError,
}

impl<'b> Builder<'b> {
    fn new(text: &'b str) -> Self {
        let pairs = text.split('&').filter_map(|part| part.split_once('=')).collect();
        Builder { pairs, defaults: Options { width: 80, title: None } }
    }

    fn build(self) -> Result<Options, Invalid> {
        let width = match self.pairs.get("width") {
            Some(value) => value.parse().map_err(|source| Invalid { key: "width", source })?,
            None => self.defaults.width,
        };
        let title = self.pairs.get("title").map(|title| title.to_string()).or(self.defaults.title);
        Ok(Options { width, title })
    }
}

fn main() {
    for text in ["width=40&title=map", "title=x", "width=wide"] {
        match Builder::new(text).build() {
            Ok(options) => println!("{} {:?}", options.width, options.title),
            Err(Invalid { key, source }) => println!("{key}: {source}"),
        }
    }
}
