//~ family: E0599-method-typo
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

struct Player {
    queue: RefCell<VecDeque<Track>>,
    played: Cell<u32>,
}

#[derive(Clone)]
struct Track {
    title: String,
    owner: Weak<Player>,
}

impl Track {
    fn owner_total(&self) -> Option<u32> {
        let player = self.owner.upgrade()?;
        Some(player.played.get())
    }
}

impl Player {
    fn enqueue(self: &Rc<Self>, titles: &[&str]) -> usize {
        for title in titles {
            let track = Track {
                title: title.to_string(),
                owner: Rc::downgrade(self),
            };
            self.queue.borrow_mut().push_back(track);
        }
        self.queue.borrow().len()
    }

    fn play(&self) -> Option<Track> {
        let track = self.queue.borrow_mut().pop_front()?;
        self.played.set(self.played.get() + 1);
        Some(track)
    }

    fn by_letter(&self) -> BTreeMap<char, Vec<String>> {
        let mut letters: BTreeMap<char, Vec<String>> = BTreeMap::new();
        for track in self.queue.borrow().iter() {
            let first = track.title.chars().next().unwrap_or('?');
            letters.entry(first).or_default().push(track.title.clone());
        }
        letters
    }
}

fn main() {
    let player = Rc::new(Player {
        queue: RefCell::default(),
        played: Cell::new(0),
    });
    let count = player.enqueue(&["Alba", "Borealis", "Aria"]);
    println!("{count} {:?}", player.by_letter());
    while let Some(track) = player.play() {
        let total = track.owner_total();
        println!("{} {total:?}", track.title.to_uppercase());
    }
}
