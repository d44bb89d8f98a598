//~ family: E0117-orphan
#[derive(Debug, Default)]
struct Queue {
    waiting: Vec<u32>,
    served: u32,
}

impl Queue {
    fn arrive(&mut self, ticket: u32) {
        self.waiting.push(ticket);
    }

    fn serve(&mut self) -> Option<u32> {
        if self.waiting.is_empty() {
            return None;
        }
        self.served += 1;
        Some(self.waiting.remove(0))
    }
}

enum Mood {
    Calm,
    Busy,
}

fn mood(queue: &Queue) -> Mood {
    if queue.waiting.len() > 2 { Mood::Busy } else { Mood::Calm }
}

fn main() {
    let mut queue = Queue::default();
    for ticket in [11, 12, 13] {
        queue.arrive(ticket);
    }
    let before = mood(&queue);
    println!("{:?} {}", queue.serve(), matches!(before, Mood::Busy));
    println!("{queue:?} {}", matches!(mood(&queue), Mood::Calm));
}
