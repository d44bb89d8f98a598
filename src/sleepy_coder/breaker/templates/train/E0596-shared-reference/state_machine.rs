//~ family: E0596-shared-reference
#[derive(Debug)]
enum Phase {
    Idle,
    Loading { parts: Vec<String> },
    Done(String),
}

struct Player {
    phase: Phase,
    queue: Option<Box<Player>>,
}

fn feed(phase: &mut Phase, part: &str) -> bool {
    let Phase::Loading { parts } = phase else { return false };
    parts.push(part.to_string());
    true
}

fn clear(players: &mut [Player]) {
    for player in players.iter_mut() {
        match &mut player.phase {
            Phase::Loading { parts } => parts.clear(),
            Phase::Done(text) => println!("{text} stays"),
            Phase::Idle => {}
        }
    }
}

fn last(player: &mut Player) -> Option<&mut Player> {
    player.queue.as_deref_mut()
}

fn main() {
    let inner = Player { phase: Phase::Loading { parts: vec![] }, queue: None };
    let mut players = vec![Player { phase: Phase::Idle, queue: Some(Box::new(inner)) }];
    if let Some(next) = last(&mut players[0]) {
        println!("{}", feed(&mut next.phase, "intro"));
        players.push(Player { phase: Phase::Done("end".into()), queue: None });
    }
    clear(&mut players);
    println!("{:?} {}", players[1].phase, players[0].queue.is_some());
}
