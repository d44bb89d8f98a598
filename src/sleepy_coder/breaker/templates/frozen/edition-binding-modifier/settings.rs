//~ family: edition-binding-modifier
//~ edition: 2024
struct Setting(&'static str, Option<Vec<String>>);

fn first_value(settings: &Vec<Setting>, wanted: &str) -> Result<String, String> {
    for Setting(key, values) in settings {
        if key.eq_ignore_ascii_case(wanted) {
            return match values {
                Some(values) if !values.is_empty() => Ok(values[0].clone()),
                _ => Err(format!("{key} is empty")),
            };
        }
    }
    Err(format!("no {wanted}"))
}

fn quiet(settings: &[Setting]) -> String {
    let mut keys: Vec<&str> = settings.iter().filter(|setting| setting.1.is_none()).map(|setting| setting.0).collect();
    if let Some((last, rest)) = keys.split_last_mut() {
        println!("{last} after {}", rest.len());
    }
    keys.concat()
}

fn main() {
    let settings = vec![Setting("paths", Some(vec!["src".to_string()])), Setting("hosts", None)];
    for wanted in ["PATHS", "hosts", "port"] {
        println!("{:?}", first_value(&settings, wanted));
    }
    println!("{}", quiet(&settings));
}
