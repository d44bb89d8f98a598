//~ family: E0308-to-string-removed
#[derive(Debug, PartialEq)]
enum Arg {
    Flag(String),
    Pair { key: String, value: String },
    Rest(Vec<String>),
}

fn arg(text: &str) -> Arg {
    if let Some(long) = text.strip_prefix("--") {
        return match long.split_once('=') {
            Some((key, value)) => Arg::Pair { key: key.to_string(), value: value.to_owned() },
            None => Arg::Flag(long.into()),
        };
    }
    Arg::Rest(vec![text.to_string()])
}

static DEFAULTS: &[(&str, &str)] = &[("color", "auto")];

fn or_default(args: &[Arg], wanted: &str) -> String {
    let given = args.iter().find_map(|arg| match arg {
        Arg::Pair { key, value } if key == wanted => Some(value.clone()),
        Arg::Flag(name) if name == wanted => Some("yes".to_string()),
        _ => None,
    });
    let fallback = || DEFAULTS.iter().find(|(key, _)| *key == wanted).map(|(_, value)| String::from(*value));
    given.or_else(fallback).unwrap_or_default()
}

fn main() {
    let args: Vec<Arg> = "--depth=4 --quiet notes".split(' ').map(arg).collect();
    for wanted in ["depth", "quiet", "color", "size"] {
        println!("{wanted}: {:?}", or_default(&args, wanted));
    }
    println!("{}", args[2] == Arg::Rest(vec!["notes".into()]));
}
