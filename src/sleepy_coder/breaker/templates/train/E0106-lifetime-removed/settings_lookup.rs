//~ family: E0106-lifetime-removed
//~ vary u16: u16 | u32 | u64
//~ vary timeout: timeout | retries | workers
use std::collections::HashMap;

struct Layer<'s> {
    label: &'s str,
    values: HashMap<String, u16>,
}

fn pick<'s>(layers: &'s [Layer<'s>], key: &str) -> Option<(&'s str, u16)> {
    for layer in layers {
        if let Some(value) = layer.values.get(key) {
            return Some((layer.label, *value));
        }
    }
    None
}

fn layer<'s>(label: &'s str, pairs: &[(&str, u16)]) -> Layer<'s> {
    let values = pairs.iter().map(|(key, value)| (key.to_string(), *value)).collect();
    Layer { label, values }
}

fn main() {
    let layers = vec![layer("user", &[("timeout", 30)]), layer("system", &[("timeout", 10), ("port", 80)])];
    for key in ["timeout", "port", "color"] {
        match pick(&layers, key) {
            Some((label, value)) => println!("{key} = {value} from {label}"),
            None => println!("{key} is unset"),
        }
    }
}
