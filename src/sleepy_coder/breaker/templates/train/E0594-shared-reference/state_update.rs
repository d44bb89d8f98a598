//~ family: E0594-shared-reference
//~ vary u32: u32 | u64 | i64
#[derive(Debug)]
enum Phase {
    Idle,
    Busy { left: u32, worker: Worker },
    Done(String),
}

#[derive(Debug, Default)]
struct Worker {
    name: &'static str,
    load: (u32, u32),
}

fn advance(phase: &mut Phase) {
    if let Phase::Busy { left: 0, worker } = phase {
        *phase = Phase::Done(worker.name.to_string());
    }
}

fn work(phase: &mut Phase) -> bool {
    let Phase::Busy { left, .. } = phase else { return false };
    *left -= 1;
    true
}

fn assign<'w>(workers: &'w mut [Worker], name: &str) -> Result<&'w Worker, usize> {
    let count = workers.len();
    let worker = workers.iter_mut().find(|worker| worker.name == name).ok_or(count)?;
    worker.load.1 = worker.load.0 + 1;
    Ok(worker)
}

const fn clear(worker: &mut Worker) {
    worker.load = (0, 0);
}

fn main() {
    let mut workers = [Worker { name: "ann", load: (3, 0) }, Worker::default()];
    println!("{:?} {:?}", assign(&mut workers, "ann").map(|worker| worker.load.1), assign(&mut workers, "bo").is_err());
    let [worker, _] = workers;
    let mut phase = Phase::Busy { left: 1, worker };
    println!("{} {}", work(&mut phase), work(&mut Phase::Idle));
    advance(&mut phase);
    println!("{}", matches!(phase, Phase::Done(name) if name == "ann"));
    for worker in &mut [Worker { load: (4, 4), ..Default::default() }] {
        clear(worker);
        worker.name = "new";
        println!("{worker:?}");
    }
}
