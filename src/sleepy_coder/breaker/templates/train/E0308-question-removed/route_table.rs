//~ family: E0308-question-removed
//~ vary HashMap: HashMap | BTreeMap
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Method {
    Get,
    Post,
}

type Handler = fn(&str) -> usize;

struct Router {
    routes: HashMap<(Method, String), Handler>,
}

fn method(word: &str) -> Option<Method> {
    match word {
        "GET" => Some(Method::Get),
        "POST" => Some(Method::Post),
        _ => None,
    }
}

fn split(request: &str) -> Option<(&str, &str)> {
    request.split_once(' ')
}

impl Router {
    fn handler(&self, kind: Method, path: &str) -> Option<Handler> {
        self.routes.get(&(kind, path.to_string())).copied()
    }

    fn serve(&self, request: &str) -> Option<usize> {
        let (verb, path) = split(request)?;
        let kind = match method(verb)? {
            Method::Get => Method::Get,
            Method::Post if path.len() > 20 => return None,
            Method::Post => Method::Post,
        };
        let handler: Handler = self.handler(kind, path)?;
        Some(handler(path))
    }
}

fn main() {
    let mut router = Router { routes: HashMap::new() };
    router.routes.insert((Method::Get, "/".to_string()), str::len);
    router.routes.insert((Method::Post, "/new".to_string()), |path| path.len() * 10);
    for request in ["GET /", "POST /new", "PUT /", "GET"] {
        println!("{:?}", router.serve(request));
    }
}
