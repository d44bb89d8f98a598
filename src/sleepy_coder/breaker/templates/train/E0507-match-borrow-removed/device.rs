//~ family: E0507-match-borrow-removed
enum Status {
    Ready,
    Busy(String),
    Broken { cause: String, since: u32 },
}

struct Device {
    name: String,
    status: Status,
    owner: Option<String>,
}

impl Device {
    fn report(&self) -> String {
        let state = match &self.status {
            Status::Ready => String::from("ready"),
            Status::Busy(job) => format!("busy with {job}"),
            Status::Broken { cause, since } => format!("{cause} since {since}"),
        };
        if let Some(owner) = &self.owner {
            return format!("{} of {owner}: {state}", self.name);
        }
        format!("{}: {state}", self.name)
    }
}

fn main() {
    let press = Device { name: String::from("press"), status: Status::Busy(String::from("labels")), owner: None };
    let mill = Device {
        name: String::from("mill"),
        status: Status::Broken { cause: String::from("belt"), since: 1999 },
        owner: Some(String::from("Tor")),
    };
    println!("{}", press.report());
    println!("{}", mill.report());
    let idle = Device { name: String::from("saw"), status: Status::Ready, owner: None };
    println!("{}", idle.report());
}
