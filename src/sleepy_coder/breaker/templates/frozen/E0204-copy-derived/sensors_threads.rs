//~ family: E0204-copy-derived
use std::sync::Arc;
use std::thread;

#[derive(Debug, Clone)]
struct Probe {
    label: Arc<str>,
    offset: i32,
}

#[derive(Clone, Copy)]
struct Range(i32, i32);

#[derive(Clone)]
struct Plan {
    probes: Vec<Probe>,
    range: Range,
}

fn measure(plan: Plan) -> Vec<(Arc<str>, i32)> {
    let Range(low, high) = plan.range;
    plan.probes.into_iter().map(|probe| (probe.label, (low..high).sum::<i32>() + probe.offset)).collect()
}

fn main() {
    let probes = vec![Probe { label: "a1".into(), offset: 4 }, Probe { label: "b2".into(), offset: -4 }];
    let plan = Plan { probes, range: Range(1, 5) };
    let mine = plan.clone();
    let theirs = thread::spawn(move || measure(mine)).join().unwrap();
    println!("{theirs:?} {:?}", plan.probes.iter().map(|probe| probe.offset).sum::<i32>());
}
