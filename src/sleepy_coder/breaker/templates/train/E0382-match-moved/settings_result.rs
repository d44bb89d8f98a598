//~ family: E0382-match-moved
use std::collections::HashMap;

#[derive(Debug)]
enum Problem {
    Missing(String),
    Bad { key: String, value: String },
}

fn number(settings: &HashMap<String, String>, key: &str) -> Result<u32, Problem> {
    let value = settings.get(key).ok_or_else(|| Problem::Missing(key.to_string()))?;
    value.parse().map_err(|_| Problem::Bad { key: key.to_string(), value: value.clone() })
}

fn logged(outcome: Result<u32, Problem>, log: &mut Vec<String>) -> Result<u32, Problem> {
    match &outcome {
        Ok(value) => log.push(format!("got {value}")),
        Err(Problem::Missing(key)) => log.push(format!("no {key}")),
        Err(Problem::Bad { key, value }) => log.push(format!("{key} cannot be {value}")),
    }
    outcome
}

fn main() {
    let pairs = [("port", "80"), ("size", "big")];
    let settings = pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
    let mut log = Vec::new();
    let results: Vec<_> =
        ["port", "size", "host"].into_iter().map(|key| logged(number(&settings, key), &mut log)).collect();
    for result in results {
        let Err(problem) = &result else {
            println!("fine: {result:?}");
            continue;
        };
        if let Problem::Bad { ref key, .. } = problem {
            println!("look at {key}");
        }
        println!("{:?}", result);
    }
    println!("{}", log.join("; "));
}
