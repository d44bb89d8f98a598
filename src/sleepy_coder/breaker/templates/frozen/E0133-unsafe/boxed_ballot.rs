//~ family: E0133-unsafe
//~ vary u64: u64 | i32 | u16
#[derive(Debug)]
struct Ballot {
    choice: char,
    weight: u64,
}

fn lend(ballot: Ballot) -> *mut Ballot {
    Box::into_raw(Box::new(ballot))
}

fn weigh(held: &[*mut Ballot]) -> u64 {
    held.iter().filter_map(|&place| unsafe { place.as_ref() }).map(|ballot| ballot.weight).sum()
}

fn main() {
    let held = vec![
        lend(Ballot { choice: 'y', weight: 12 }),
        lend(Ballot { choice: 'n', weight: 30 }),
    ];
    println!("weight {}", weigh(&held));
    for place in held {
        let ballot = unsafe { Box::from_raw(place) };
        println!("{} {}", ballot.choice, ballot.weight);
    }
}
