//~ family: parse-quote
trait Named {
    const KIND: &'static str;

    fn name(&self) -> Option<&str>;

    fn title(&self) -> String {
        self.name().map_or_else(|| Self::KIND.to_string(), |name| format!("{} {name}", Self::KIND))
    }
}

struct Ship(Option<String>);

impl Named for Ship {
    const KIND: &'static str = "ship";

    fn name(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

struct Island;

fn main() {
    let fleet = vec![Ship(None), Ship(Some("Petrel".to_string()))];
    for ship in &fleet {
        println!("{}", ship.title());
    }
    println!("{}", Island.title().len());
}

impl Named for Island {
    const KIND: &'static str = "island";

    fn name(&self) -> Option<&str> {
        ["Ona", "Skye"].iter().copied().find(|name| name.starts_with("S"))
    }
}
