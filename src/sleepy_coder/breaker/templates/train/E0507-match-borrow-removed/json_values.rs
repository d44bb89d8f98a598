//~ family: E0507-match-borrow-removed
use std::collections::BTreeMap;

enum Json {
    Null,
    Text(String),
    Items(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

struct Reader<'a> {
    root: &'a Json,
    path: Option<Vec<String>>,
    errors: Vec<Result<usize, Box<str>>>,
}

impl Reader<'_> {
    fn kind(&self) -> &'static str {
        match *self.root {
            Json::Null => "null",
            Json::Text(ref text) if text.is_empty() => "empty",
            Json::Text(_) => "text",
            Json::Items(ref items) => {
                if items.is_empty() {
                    "no items"
                } else {
                    "items"
                }
            }
            Json::Object(_) => "object",
        }
    }

    fn depth(&self) -> usize {
        self.path.iter().map(Vec::len).sum::<usize>()
            + if let Some(path) = &self.path { path.concat().len() } else { 0 }
    }

    fn first_error(&self) -> String {
        let Some(first) = self.errors.first() else { return String::new() };
        match first.as_ref() {
            Ok(line) => format!("line {line}"),
            Err(reason) => reason.to_uppercase(),
        }
    }
}

fn main() {
    let object = Json::Object(BTreeMap::from([("x".to_string(), Json::Null)]));
    let all = [object, Json::Items(vec![Json::Text("t".into())]), Json::Text(String::new())];
    for root in &all {
        let reader = Reader { root, path: Some(vec!["ab".into()]), errors: vec![Err("odd".into()), Ok(4)] };
        println!("{} {} {}", reader.kind(), reader.depth(), reader.first_error());
        if let Json::Object(fields) = root {
            println!("{:?}", fields.keys());
        }
    }
}
