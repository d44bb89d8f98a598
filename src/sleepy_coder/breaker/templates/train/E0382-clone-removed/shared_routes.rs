//~ family: E0382-clone-removed
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug)]
struct Station {
    name: String,
}

struct Line {
    stops: Vec<Rc<Station>>,
}

fn link(lines: &mut BTreeMap<String, Line>, name: String, station: Rc<Station>) {
    lines
        .entry(name)
        .or_insert_with(|| Line { stops: Vec::new() })
        .stops
        .push(station);
}

fn main() {
    let hub = Rc::new(Station {
        name: "Hub".to_string(),
    });
    let mut lines = BTreeMap::new();
    for name in ["blue".to_string(), "gold".to_string()] {
        link(&mut lines, name.clone(), Rc::clone(&hub));
        if name.starts_with('g') {
            let end = Rc::new(Station { name: name + " end" });
            link(&mut lines, "night".to_string(), Rc::clone(&end));
            println!("{} holders", Rc::strong_count(&end));
        }
    }
    let spare = hub.clone();
    println!("{} {}", spare.name, Rc::ptr_eq(&spare, &hub));
    for (name, line) in &lines {
        println!(
            "{name}: {}",
            line.stops
                .iter()
                .map(|stop| stop.name.as_str())
                .collect::<Vec<_>>()
                .join("-")
        );
    }
}
