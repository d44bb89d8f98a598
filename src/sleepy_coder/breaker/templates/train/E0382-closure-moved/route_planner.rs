//~ family: E0382-closure-moved
//~ vary HashSet: HashSet | BTreeSet
use std::collections::{HashSet, VecDeque};

#[derive(Debug)]
struct Plan {
    stops: VecDeque<String>,
    note: Option<String>,
}

fn unseen(plan: Plan, seen: HashSet<String>) -> Result<Vec<String>, Plan> {
    let fresh: Vec<String> = plan.stops.iter().filter(|stop| !seen.contains(*stop)).cloned().collect();
    if fresh.is_empty() && seen.len() > 1 {
        return Err(plan);
    }
    let Plan { stops, note } = plan;
    let pick = |place: usize| stops.get(place).map(String::as_str);
    println!("{:?} {:?}", pick(0), pick(stops.len()));
    let title = note.unwrap_or_else(|| format!("{} stops", stops.len()));
    println!("{title} {:?}", stops.back());
    Ok(fresh)
}

fn main() {
    let names = [String::from("pier"), String::from("mill")];
    let make = |place: usize| Plan { stops: names.iter().skip(place).cloned().collect(), note: None };
    let (whole, half) = (make(0), make(1));
    let seen: HashSet<String> = names.iter().take(1).cloned().collect();
    println!("{:?}", unseen(whole, seen));
    println!("{:?}", unseen(half, HashSet::from(names)).is_ok());
}
