//~ family: E0308-match-arm
use std::rc::Rc;
use std::time::Duration;

#[derive(Debug)]
enum Fault {
    Busy { wait: Option<u64> },
    Gone(String),
    Denied,
}

#[derive(Debug, Clone)]
struct Plan {
    label: Rc<str>,
    pauses: Vec<Duration>,
}

fn plan(fault: &Fault, default: &Plan) -> Result<Plan, String> {
    let chosen = match fault {
        Fault::Busy { wait: None } => Ok(default.clone()),
        Fault::Busy { wait: Some(seconds) } => Ok(Plan {
            label: "asked".into(),
            pauses: vec![Duration::from_secs(*seconds)],
        }),
        Fault::Gone(name) if name.is_empty() => Ok(default.clone()),
        Fault::Gone(name) => Err(name.clone()),
        Fault::Denied => Err("denied".to_string()),
    };
    chosen.map_err(|why| why + "!")
}

fn label(plan: Option<&Plan>, index: usize) -> String {
    let label = match plan {
        Some(plan) if index < plan.pauses.len() => {
            let pause = plan.pauses[index];
            format!("{} {pause:?}", plan.label)
        }
        Some(plan) => plan.label.to_string(),
        None => {
            let word = "no plan";
            word.to_owned()
        }
    };
    label
}

fn main() {
    let default = Plan {
        label: Rc::from("default"),
        pauses: vec![Duration::from_millis(250); 2],
    };
    let gone = Fault::Gone("file".to_string());
    for (index, fault) in [
        Fault::Busy { wait: Some(3) },
        Fault::Busy { wait: None },
        gone,
        Fault::Denied,
    ]
    .iter()
    .enumerate()
    {
        match plan(fault, &default) {
            Ok(plan) => println!("{}", label(Some(&plan), index)),
            Err(why) => println!("{fault:?}: {why} {}", label(None, index)),
        }
    }
}
