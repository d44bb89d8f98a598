//~ family: E0308-to-string-removed
trait Named {
    fn name(&self) -> String;

    fn plural(&self) -> String {
        self.name() + "s"
    }
}

#[derive(Clone, Copy)]
struct Pump;

struct Valve<'a>(&'a str);

impl Named for Pump {
    fn name(&self) -> String {
        "pump".into()
    }
}

impl Named for Valve<'_> {
    fn name(&self) -> String {
        let short = self.0.split('-').next();
        short.map_or("valve".to_string(), |word| word.to_uppercase())
    }

    fn plural(&self) -> String {
        match self.0.len() {
            0 => "no valves".to_owned(),
            1..=4 => self.0.to_string(),
            _ => self.name(),
        }
    }
}

impl From<Pump> for Option<String> {
    fn from(_: Pump) -> Self {
        Some(String::from("p"))
    }
}

fn main() {
    let parts: [Box<dyn Named>; 3] = [Box::new(Pump), Box::new(Valve("bar-9")), Box::new(Valve("x1"))];
    for part in &parts {
        println!("{} {}", part.name(), part.plural());
    }
    let code: Option<String> = Pump.into();
    println!("{code:?}");
}
