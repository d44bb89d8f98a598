//~ family: E0005-else-removed
use std::collections::HashMap;

fn number(settings: &HashMap<&str, &str>, key: &str) -> Option<i32> {
    let Some(text) = settings.get(key) else { return None };
    let Ok(value) = text.parse::<i32>() else { return None };
    Some(value * 2)
}

fn main() {
    let settings = HashMap::from([("width", "40"), ("title", "plan")]);
    println!("{:?}", number(&settings, "width"));
    println!("{:?}", number(&settings, "title"));
    println!("{:?}", number(&settings, "depth"));
}
