//~ family: E0026-field-typo
use std::time::Duration;

pub struct ClientConfig<'a, A> {
    pub agent: &'a str,
    pub auth: Option<A>,
    pub timeout: Duration,
    pub retries: Retries,
}

#[derive(Clone)]
pub struct Retries {
    pub most: u32,
    pub wait: Duration,
}

pub struct Token {
    secret: String,
}

impl<'a> ClientConfig<'a, Token> {
    fn describe(&self) -> String {
        let ClientConfig { agent, auth, timeout, retries: Retries { most, wait: pause } } = self;
        let locked = if let Some(Token { secret }) = auth { secret.len() } else { 0 };
        format!("{agent} {locked} {timeout:?} {most} x {pause:?}")
    }

    fn map_auth<B>(self, change: impl FnOnce(Token) -> B) -> ClientConfig<'a, B> {
        let Self { auth, agent, timeout, retries } = self;
        ClientConfig { agent, auth: auth.map(change), timeout, retries }
    }
}

fn patience<A>(config: &ClientConfig<'_, A>) -> Duration {
    let total = |&Retries { most, wait }: &Retries| wait * most;
    match config {
        ClientConfig { retries, auth: Some(_), .. } => total(retries) + config.timeout,
        ClientConfig { timeout: only, .. } => *only,
    }
}

fn main() {
    let retries = Retries { most: 3, wait: Duration::from_millis(20) };
    let auth = Some(Token { secret: "hunter".to_string() });
    let config = ClientConfig { agent: "probe", auth, timeout: Duration::from_secs(2), retries };
    println!("{}", config.describe());
    println!("{:?}", patience(&config.map_auth(|Token { secret: text }| text.into_bytes())));
}
