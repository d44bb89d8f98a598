//~ family: E0038-sized-removed
use std::collections::BTreeMap;

trait Handler {
    fn handle(&self, path: &str) -> String;

    fn wrapped<F: Fn(String) -> String>(&self, path: &str, wrap: F) -> String
    where
        Self: Sized,
    {
        wrap(self.handle(path))
    }

    fn all<I: Iterator<Item = String>>(&self, paths: I) -> Vec<String>
    where
        Self: Sized,
    {
        paths.map(|path| self.handle(&path)).collect()
    }
}

struct Echo;
struct Static(&'static str);

impl Handler for Echo {
    fn handle(&self, path: &str) -> String {
        format!("echo {path}")
    }
}

impl Handler for Static {
    fn handle(&self, _path: &str) -> String {
        self.0.to_string()
    }
}

fn main() {
    let mut routes = BTreeMap::new();
    for (path, fixed) in [("/", true), ("/say", false)] {
        let handler = if fixed { &Static("home") as &dyn Handler } else { &Echo };
        routes.insert(path, handler.handle(path));
    }
    println!("{routes:?}");
    println!("{}", Echo.wrapped("/x", |text| text.to_uppercase()));
    println!("{}", Static("same").all(["a", "b"].iter().map(|path| path.to_string())).len());
}
