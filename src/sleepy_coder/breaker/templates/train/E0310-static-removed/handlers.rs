//~ family: E0310-static-removed
type Handler = Box<dyn Fn(&str) -> usize>;

struct Router {
    handlers: Vec<(String, Handler)>,
}

impl Router {
    fn on<F: Fn(&str) -> usize + 'static>(&mut self, path: &str, handler: F) {
        self.handlers.push((path.to_string(), Box::new(handler)));
    }

    fn fallback(&mut self, handler: impl Fn(&str) -> usize + 'static) {
        self.handlers.push((String::new(), Box::new(handler)));
    }

    fn call(&self, path: &str) -> Option<usize> {
        let (_, handler) = self.handlers.iter().find(|(known, _)| path.starts_with(known.as_str()))?;
        Some(handler(path))
    }
}

fn main() {
    let mut router = Router { handlers: Vec::new() };
    router.on("/users", |path| path.len());
    println!("{:?} {:?}", router.call("/users/7"), router.call("/about"));
    router.fallback(|_| 404);
    println!("{:?}", router.call("/about"));
}
