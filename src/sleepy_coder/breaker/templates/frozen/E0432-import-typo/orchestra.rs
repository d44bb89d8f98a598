//~ family: E0432-import-typo
//~ vary viola: viola | oboe | harp
use self::ensemble::seating::assign as seat_for;
use std::collections::BTreeMap as Plan;

mod ensemble {
    pub mod seating {
        pub fn assign(instrument: &str, players: usize) -> Vec<String> {
            (1..=players).map(|chair| format!("{instrument}-{chair}")).collect()
        }
    }
}

fn main() {
    let mut plan: Plan<&str, Vec<String>> = Plan::new();
    for (instrument, players) in [("viola", 3), ("horn", 2), ("timpani", 1)] {
        plan.insert(instrument, seat_for(instrument, players));
    }
    let total: usize = plan.values().map(|seats| seats.len()).sum();
    for (instrument, seats) in &plan {
        println!("{instrument:>8} | {}", seats.join(", "));
    }
    println!("{total} musicians on stage");
}
