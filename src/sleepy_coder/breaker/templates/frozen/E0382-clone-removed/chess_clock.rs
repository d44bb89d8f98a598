//~ family: E0382-clone-removed
//~ vary i64: i64 | i32 | u32
//~ vary Mara: Mara | Jonas | Petra
use std::rc::Rc;

#[derive(Debug)]
enum Outcome {
    Flagged(Rc<String>),
    Running { player: Rc<String>, left: i64 },
}

fn press(player: Rc<String>, budget: i64, spent: &[i64]) -> Outcome {
    let used: i64 = spent.iter().sum();
    if used >= budget {
        return Outcome::Flagged(player);
    }
    Outcome::Running { player, left: budget - used }
}

fn main() {
    let white = Rc::new(String::from("Mara"));
    let first = press(white.clone(), 30, &[4, 9, 5]);
    let second = press(white.clone(), 10, &[6, 8]);
    for outcome in [first, second] {
        match outcome {
            Outcome::Flagged(player) => println!("{player} lost on time"),
            Outcome::Running { player, left } => println!("{player} has {left}s"),
        }
    }
    println!("handles to {}: {}", white, Rc::strong_count(&white));
}
