//~ family: E0308-ok-method-removed
use std::env;
use std::net::{IpAddr, Ipv4Addr};

struct Settings {
    home: Option<String>,
    host: Option<IpAddr>,
    level: Option<u8>,
}

impl Settings {
    fn load() -> Self {
        let level = match env::var("APP_LEVEL") {
            Ok(text) => text.trim().parse().ok(),
            Err(_) => None,
        };
        Settings { home: env::var("APP_HOME").ok(), host: None, level }
    }

    fn with_host(mut self, text: &str) -> Self {
        self.host = text.parse().ok();
        self
    }

    fn verbose(&self) -> bool {
        self.level.is_some_and(|level| level > 2)
    }
}

fn port(text: &str) -> Option<u16> {
    if let Some((_, tail)) = text.rsplit_once(':') {
        tail.parse().ok()
    } else {
        None
    }
}

fn main() {
    let settings = Settings::load().with_host("10.0.0.7");
    println!("{} {}", settings.home.unwrap_or_default(), settings.host.unwrap_or(Ipv4Addr::LOCALHOST.into()));
    println!("{:?}", port("localhost:8080"));
    println!("{}", Settings { home: None, host: None, level: "3".parse().ok() }.verbose());
}
