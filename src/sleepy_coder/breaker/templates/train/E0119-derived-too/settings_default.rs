//~ family: E0119-derived-too
#[derive(Debug, Clone)]
struct Settings {
    retries: u32,
    name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { retries: 3, name: "local".to_string() }
    }
}

struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secret({} letters)", self.0.len())
    }
}

fn main() {
    let settings = Settings { name: "remote".to_string(), ..Settings::default() };
    println!("{settings:?}");
    println!("{:?}", Secret("hunter".to_string()));
}
