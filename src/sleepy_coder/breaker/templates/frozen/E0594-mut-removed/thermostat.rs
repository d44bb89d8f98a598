//~ family: E0594-mut-removed
struct Zone {
    target: f32,
    log: Option<f32>,
}

enum Command {
    Warmer(f32),
    Store,
}

fn apply(commands: Vec<Command>) -> Zone {
    let mut zone = Zone { target: 18.0, log: None };
    for command in commands {
        match command {
            Command::Warmer(by) => zone.target += by,
            Command::Store => zone.log = Some(zone.target),
        }
    }
    zone
}

fn main() {
    let zone = apply(vec![Command::Warmer(1.5), Command::Store, Command::Warmer(0.5)]);
    println!("{:.1} {:?}", zone.target, zone.log);
    let mut night = apply(Vec::new());
    night.target -= 3.0;
    println!("{:.1} {:?}", night.target, night.log);
}
