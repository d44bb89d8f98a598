//~ family: E0308-box-removed
//~ vary i32: i32 | i64
use std::collections::HashMap;
use std::error::Error;

type Filter = Box<dyn Fn(i32) -> Option<i32>>;

struct Pipeline {
    stages: Vec<(String, Filter)>,
}

impl Pipeline {
    fn stage(mut self, title: &str, filter: Filter) -> Self {
        self.stages.push((title.to_string(), filter));
        self
    }

    fn run(&self, value: i32) -> Result<i32, Box<dyn Error>> {
        let mut current = value;
        for (title, filter) in &self.stages {
            current = filter(current).ok_or_else(|| format!("stopped at {title}"))?;
        }
        Ok(current)
    }
}

fn named(kind: &str) -> Option<Filter> {
    let limit = 50;
    match kind {
        "double" => Some(Box::new(|value| value.checked_mul(2))),
        "cap" => {
            let cap = move |value| if value > limit { None } else { Some(value) };
            Some(Box::new(cap))
        }
        _ => None,
    }
}

fn main() {
    let mut known: HashMap<&str, Filter> = HashMap::new();
    known.insert("next", Box::new(|value| Some(value + 1)));
    let next = known.remove("next").or_else(|| named("double")).expect("there");
    let line = Pipeline { stages: vec![] }.stage("next", next).stage("cap", Box::new(|value| Some(value % 7)));
    println!("{:?} {:?}", line.run(8).ok(), named("cap").map(|filter| filter(70)));
    for kind in ["double", "cap"] {
        println!("{:?}", named(kind).and_then(|filter| filter(30)));
    }
}
