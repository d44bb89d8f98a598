//~ family: E0276-bound-added
use std::collections::BTreeMap;
use std::str::FromStr;

trait Row {
    const WIDTH: usize;
    fn column<T: FromStr>(&self, name: &str) -> Option<T>;
    fn from_pairs<I, K>(pairs: I) -> Self
    where
        I: IntoIterator<Item = (K, String)>,
        K: Into<String>;
}

struct Named(BTreeMap<String, String>);

impl Row for Named {
    const WIDTH: usize = 12;

    fn column<T: FromStr>(&self, name: &str) -> Option<T> {
        let text = self.0.get(name)?;
        if text.len() > Self::WIDTH {
            return None;
        }
        text.parse().ok()
    }

    fn from_pairs<I, K>(pairs: I) -> Self
    where
        I: IntoIterator<Item = (K, String)>,
        K: Into<String>,
    {
        Named(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

fn main() {
    let row = Named::from_pairs([("age", "41".to_string()), ("city", "Graz".to_string())]);
    let age: Option<u8> = row.column("age");
    println!("{age:?} {:?} {:?}", row.column::<f32>("city"), row.column::<String>("city"));
}
