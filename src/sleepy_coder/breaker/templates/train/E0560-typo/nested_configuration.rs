//~ family: E0560-typo
use std::time::Duration;

#[derive(Debug, Clone)]
struct Retry {
    attempts: u32,
    pause: Duration,
}

#[derive(Debug, Clone)]
struct Endpoint<'a> {
    host: &'a str,
    port: u16,
    retry: Option<Retry>,
}

impl Default for Endpoint<'static> {
    fn default() -> Self {
        Self { host: "localhost", port: 80, retry: None }
    }
}

impl<'a> Endpoint<'a> {
    fn named(host: &'a str) -> Endpoint<'a> {
        Endpoint { host, retry: Some(Retry { attempts: 3, pause: Duration::from_millis(250) }), ..Endpoint::default() }
    }

    fn secure(self) -> Self {
        Self { port: 443, ..self }
    }
}

fn main() {
    let mirrors: Vec<Endpoint> = ["alpha", "beta"].map(|host| Endpoint { host, port: 8000, retry: None }).into();
    let main = Endpoint::named("origin").secure();
    println!("{main:?} {}", mirrors.iter().map(|mirror| mirror.host).collect::<String>());
    if let Some(Retry { attempts, pause }) = main.retry {
        println!("{attempts} every {pause:?} on {}", main.port + mirrors[0].port);
    }
}
