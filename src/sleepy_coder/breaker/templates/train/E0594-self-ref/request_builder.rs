//~ family: E0594-self-ref
use std::time::Duration;

#[derive(Debug, Default, Clone)]
struct Options {
    timeout: Option<Duration>,
    retries: u8,
}

#[derive(Default)]
struct Builder {
    options: Options,
    path: String,
    headers: Option<Vec<(String, String)>>,
}

impl Builder {
    fn timeout(&mut self, millis: u64) {
        self.options.timeout = Some(Duration::from_millis(millis));
    }

    fn retries(&mut self, retries: u8) -> Result<(), String> {
        if retries > 9 {
            return Err(format!("{retries} is too often"));
        }
        self.options.retries = retries;
        Ok(())
    }

    fn at(&mut self, path: impl Into<String>) -> &str {
        self.path = path.into();
        &self.path
    }

    fn header(&mut self, name: &str, value: &str) -> usize {
        let mut headers = self.headers.clone().unwrap_or_default();
        headers.push((name.to_owned(), value.to_owned()));
        let count = headers.len();
        self.headers = Some(headers);
        count
    }
}

fn main() -> Result<(), String> {
    let mut builder = Builder::default();
    builder.timeout(250);
    builder.retries(4)?;
    println!("{}", builder.at("/notes").len() + builder.header("accept", "text"));
    println!("{:?} {} {:?}", builder.options, builder.path, builder.headers);
    println!("{:?}", builder.retries(40).err());
    Ok(())
}
