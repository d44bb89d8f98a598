//~ family: E0382-clone-removed
#[derive(Debug, Clone, Default)]
struct Config {
    host: Option<String>,
    tags: Vec<String>,
    retries: u8,
}

impl Config {
    fn over(self, base: Config) -> Config {
        Config {
            host: self.host.or(base.host),
            tags: [base.tags, self.tags].concat(),
            retries: self.retries.max(base.retries),
        }
    }

    fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }
}

fn layered(layers: Vec<Config>) -> (Config, usize) {
    let copy = layers.clone();
    let merged = layers
        .into_iter()
        .fold(Config::default(), |below, above| above.over(below));
    (merged, copy.len())
}

fn main() {
    let base = Config {
        host: Some("localhost".to_string()),
        ..Config::default()
    };
    let user = base.clone().with_tag("user");
    let (merged, count) = layered(vec![base, user.clone()]);
    println!("{count} {merged:?}");
    let host = user.host.clone();
    println!("{} {:?}", host.unwrap_or_default(), user);
}
