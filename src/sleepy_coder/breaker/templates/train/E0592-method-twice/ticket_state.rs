//~ family: E0592-method-twice
use std::borrow::Cow;

struct Ticket<'a, T> {
    title: Cow<'a, str>,
    state: T,
    notes: Vec<&'a str>,
}

struct Open;
struct Closed {
    reason: String,
}

impl<'a, T> Ticket<'a, T> {
    fn title(&self) -> &str {
        &self.title
    }

    fn note<S: Into<&'a str>>(mut self, line: S) -> Self {
        self.notes.push(line.into());
        self
    }

    fn notes(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.notes.iter().copied()
    }
}

impl<'a> Ticket<'a, Open> {
    fn open(title: &'a str) -> Self {
        Self { title: Cow::Borrowed(title), state: Open, notes: Vec::new() }
    }

    fn close(self, reason: &str) -> Ticket<'a, Closed> {
        let Ticket { title, notes, state: Open } = self;
        Ticket { title, state: Closed { reason: reason.to_owned() }, notes }
    }
}

impl Ticket<'_, Closed> {
    fn reason(&self) -> &str {
        self.state.reason.as_str()
    }
}

fn main() {
    let ticket = Ticket::open("leak").note("seen twice").close("fixed");
    println!("{} {} {:?}", ticket.title(), ticket.reason(), ticket.notes().collect::<Vec<_>>());
}
