//~ family: E0532-arguments-removed
use std::fmt;

enum Door {
    Open(u32),
    Closed,
    Locked(String, u8),
}

enum Action<'a> {
    Push,
    Enter(&'a str),
}

impl Door {
    fn next(self, action: &Action) -> Result<Door, &'static str> {
        match (self, action) {
            (Door::Open(_), Action::Push) => Ok(Door::Closed),
            (Door::Closed, Action::Push) => Ok(Door::Open(1)),
            (Door::Closed, Action::Enter(code)) => Ok(Door::Locked(code.to_string(), 3)),
            (Door::Locked(code, _), Action::Enter(given)) if code == *given => Ok(Door::Closed),
            (Door::Locked(..), _) => Err("locked"),
            (Door::Open(..), Action::Enter(_)) => Err("open"),
        }
    }
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Self::Open(times) if *times > 5 => "open again",
            Self::Open(_) => "open",
            Self::Closed => "closed",
            Self::Locked(_, 0) => "locked for good",
            Self::Locked(_, _) => "locked",
        };
        f.write_str(word)
    }
}

fn main() {
    let mut door = Door::Open(2);
    for action in [Action::Push, Action::Enter("ab"), Action::Enter("ab"), Action::Enter("c"), Action::Push] {
        door = match door.next(&action) {
            Ok(door) => door,
            Err(why) => {
                println!("{why}");
                Door::Closed
            }
        };
        println!("{door}");
    }
}
