//~ family: E0261-lifetime-undeclared
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy)]
enum Value<'v> {
    Text(&'v str),
    Flag(bool),
}

struct Settings<'v> {
    values: HashMap<&'v str, Value<'v>>,
}

impl Settings<'_> {
    fn flags(&self) -> usize {
        self.values.values().filter(|value| matches!(value, Value::Flag(true))).count()
    }
}

fn parse<'v>(text: &'v str) -> Settings<'v> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let values = pairs.map(|(key, value)| match value {
        "on" | "off" => (key, Value::Flag(value == "on")),
        other => (key, Value::Text(other)),
    });
    Settings { values: values.collect() }
}

fn title<'t>(settings: &Settings<'t>, fallback: &'t str) -> Cow<'t, str> {
    match settings.values.get("title") {
        Some(Value::Text(text)) => Cow::Borrowed(text),
        Some(flag) => Cow::Owned(format!("{flag:?}")),
        None => fallback.into(),
    }
}

fn main() {
    let settings = parse("title=atlas;wrap=on;tabs=off");
    println!("{} {}", title(&settings, "none"), settings.flags());
}
