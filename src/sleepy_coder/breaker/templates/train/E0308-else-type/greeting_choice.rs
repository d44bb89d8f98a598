//~ family: E0308-else-type
struct Guest {
    name: String,
    title: Option<String>,
}

impl Guest {
    fn greeting(&self) -> String {
        let shown = if let Some(title) = &self.title {
            format!("{title} {}", self.name)
        } else {
            self.name.to_string()
        };
        let mark = if shown.len() > 10 { String::from("welcome") } else { "hi".to_string() };
        mark + ", " + &shown
    }
}

fn main() {
    let guests = [
        Guest { name: "Okafor".to_string(), title: Some("Professor".to_string()) },
        Guest { name: "Lind".to_string(), title: None },
    ];
    for guest in &guests {
        println!("{}", guest.greeting());
    }
}
