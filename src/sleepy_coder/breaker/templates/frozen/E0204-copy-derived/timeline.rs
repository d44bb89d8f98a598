//~ family: E0204-copy-derived
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub struct Event {
    at: f32,
    what: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Timeline<'a> {
    name: &'a str,
    events: Vec<Event>,
}

impl<'a> Timeline<'a> {
    fn before(&self, limit: f32) -> Timeline<'a> {
        let mut part = self.clone();
        part.events.retain(|event| event.at < limit);
        part
    }
}

fn main() {
    let events = vec![Event { at: 0.5, what: None }, Event { at: 2.5, what: Some("bell".to_string()) }];
    let day = Timeline { name: "day", events };
    let early = day.before(1.0);
    println!("{} {} {:?}", early.events.len(), early.name, day.events.last());
}
