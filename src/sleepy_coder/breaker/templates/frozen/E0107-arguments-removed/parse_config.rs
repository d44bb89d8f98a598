//~ family: E0107-arguments-removed
use std::rc::Rc;

#[derive(Debug)]
struct Setting {
    key: Rc<str>,
    value: Option<i64>,
}

type Parsed<T> = Result<T, String>;

fn setting(line: &str) -> Parsed<Setting> {
    let (key, value) = line.split_once('=').ok_or("missing =")?;
    let value = match value.trim() {
        "" => None,
        text => Some(text.parse::<i64>().map_err(|error| error.to_string())?),
    };
    Ok(Setting { key: Rc::from(key.trim()), value })
}

fn all(text: &str) -> Parsed<Vec<Setting>> {
    text.lines().map(setting).collect()
}

fn main() {
    for text in ["depth = 4\nname=", "depth: 4", "depth = four"] {
        match all(text) {
            Ok(found) => {
                let keys: Vec<&str> = found.iter().map(|one| &*one.key).collect();
                println!("{} -> {}", keys.join(","), found.iter().filter_map(|one| one.value).sum::<i64>());
            }
            Err(error) => println!("error: {error}"),
        }
    }
}
