//~ family: E0308-some-removed
use std::time::Duration;

#[derive(Debug, Default, Clone)]
struct Client {
    agent: Option<String>,
    timeout: Option<Duration>,
    proxy: Option<(String, u16)>,
    on_error: Option<fn(&str) -> bool>,
}

struct Builder(Client);

impl Builder {
    fn agent(mut self, agent: impl Into<String>) -> Self {
        self.0.agent = Some(agent.into());
        self
    }

    fn timeout(self, seconds: u64) -> Self {
        let client = Client { timeout: Some(Duration::from_secs(seconds)), ..self.0 };
        Builder(client)
    }

    fn proxy(mut self, address: &str) -> Result<Self, String> {
        let (host, port) = address.split_once(':').ok_or("no port")?;
        let port = port.parse().map_err(|_| format!("bad port {port}"))?;
        self.0.proxy.replace((host.to_string(), port));
        Ok(self)
    }
}

fn loud(text: &str) -> bool {
    text.ends_with('!')
}

fn main() -> Result<(), String> {
    let start = Client { on_error: Some(loud), ..Default::default() };
    let client = Builder(start).agent("probe").timeout(3).proxy("local:80")?.0;
    println!("{:?} {:?} {:?}", client.agent, client.timeout, client.proxy);
    println!("{:?}", client.on_error.map(|check| check("no!")));
    Ok(())
}
