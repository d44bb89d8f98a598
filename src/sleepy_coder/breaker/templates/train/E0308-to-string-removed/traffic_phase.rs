//~ family: E0308-to-string-removed
//~ vary u8: u8 | u16 | i64
//~ vary tram: tram | bus | ferry
#[derive(Clone, Copy)]
enum Phase {
    Stop,
    Caution { seconds: u8 },
    Go,
}

impl Phase {
    fn label(self) -> String {
        match self {
            Phase::Stop => "halt".to_string(),
            Phase::Caution { seconds } => format!("wait {seconds}s"),
            Phase::Go => "proceed".to_string(),
        }
    }

    fn following(self) -> Phase {
        match self {
            Phase::Stop => Phase::Go,
            Phase::Go => Phase::Caution { seconds: 3 },
            Phase::Caution { .. } => Phase::Stop,
        }
    }
}

fn announce(vehicle: String, phase: Phase) -> String {
    vehicle + ": " + &phase.label()
}

fn main() {
    let mut phase = Phase::Stop;
    for _ in 0..4 {
        println!("{}", announce("tram".to_string(), phase));
        phase = phase.following();
    }
}
