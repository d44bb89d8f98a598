//~ family: E0061-extra-argument
#[derive(Debug, Clone)]
enum Json {
    Null,
    Number(f64),
    Pair(String, Box<Json>),
    List(Vec<Json>),
}

impl Json {
    fn pair(key: &str, value: Json) -> Json {
        Json::Pair(key.to_string(), Box::new(value))
    }

    fn weight(&self) -> f64 {
        match self {
            Json::Pair(key, value) => value.weight() + key.len() as f64,
            Json::List(items) => items.iter().map(Json::weight).sum(),
            Json::Number(number) => number.abs(),
            Json::Null => 0.0,
        }
    }
}

fn nested(levels: u32, inner: Json) -> Json {
    if levels == 0 {
        inner
    } else {
        nested(levels - 1, Json::List(vec![inner, Json::Null]))
    }
}

fn main() {
    let tree = nested(2, Json::pair("size", Json::Number(2.5)));
    if let Json::List(items) = &tree {
        println!("{} items, {}", items.len(), tree.weight());
    }
    println!("{:?}", tree.clone());
}
