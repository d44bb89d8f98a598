//~ family: E0515-local-returned
use std::collections::HashMap;

struct Request<'r> {
    path: &'r str,
    headers: HashMap<String, String>,
}

impl<'r> Request<'r> {
    fn stem(&self) -> &'r str {
        if let Some((stem, _)) = self.path.rsplit_once('.') {
            return stem;
        }
        self.path
    }

    fn header(&self, name: &str) -> &str {
        let Some(value) = self.headers.get(name) else {
            return Self::fallback(name);
        };
        &value[..value.len().min(8)]
    }

    fn fallback(name: &str) -> &'static str {
        const KNOWN: [&str; 2] = ["text/plain", "none"];
        let at = usize::from(name != "accept");
        KNOWN[at]
    }
}

fn main() {
    let headers = HashMap::from([("agent".to_string(), "browser/12".to_string())]);
    let request = Request { path: "/img/logo.png", headers };
    println!("{} {} {}", request.stem(), request.header("agent"), request.header("accept"));
}
