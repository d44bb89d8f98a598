//~ family: E0416-bound-twice
//~ vary u32: u32 | i32 | u64
#[derive(Debug, Clone, Copy, PartialEq)]
enum Event {
    Press(u32, u32),
    Drag(u32, u32, u32),
    Scroll((u32, u32), u32),
    Idle,
}
use Event::*;

fn column(event: Event) -> Option<u32> {
    let x = match event {
        Press(x, _) | Scroll((x, _), 1) => x,
        Drag(x, _, _) if x > 3 => x,
        Drag(_, to, _) => to,
        Scroll(..) | Idle => return None,
    };
    Some(x)
}

fn strongest(events: &[Event]) -> u32 {
    let mut most = 0;
    for event in events {
        if let Drag(_, force, _) | Scroll(_, force) = event {
            most = most.max(*force);
        }
    }
    most
}

fn main() {
    let events = [Press(4, 9), Drag(1, 7, 2), Scroll((6, 0), 1), Idle];
    println!("{:?} {}", events.map(column), strongest(&events));
    let Some(Press(_, y)) = events.first() else { return };
    println!("{y}");
}
