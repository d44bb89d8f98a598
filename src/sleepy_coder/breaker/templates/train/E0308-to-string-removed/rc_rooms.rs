//~ family: E0308-to-string-removed
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug, Default)]
struct Room {
    topic: RefCell<String>,
    log: RefCell<Vec<(String, String)>>,
}

struct Member {
    nick: String,
    room: Rc<Room>,
}

impl Member {
    fn join(room: &Rc<Room>, nick: &str) -> Member {
        Member { nick: nick.to_string(), room: Rc::clone(room) }
    }

    fn say(&self, text: &str) {
        if let Some(topic) = text.strip_prefix("/topic ") {
            *self.room.topic.borrow_mut() = topic.to_string();
            return;
        }
        let entry = (self.nick.clone(), text.to_owned());
        self.room.log.borrow_mut().push(entry);
    }
}

fn main() {
    let room = Rc::new(Room::default());
    let (ana, bo) = (Member::join(&room, "ana"), Member::join(&room, "bo"));
    ana.say("/topic boats");
    bo.say("hello");
    room.topic.replace("rafts".to_string());
    println!("{:?} {}", room, ana.nick);
}
