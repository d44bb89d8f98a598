//~ family: lifetime-elided
use std::rc::Rc;
use std::str::Split;

#[derive(Default)]
struct Router {
    prefix: Rc<str>,
    misses: u16,
}

struct Route {
    path: String,
    verbs: [Option<&'static str>; 2],
}

impl AsRef<str> for Route {
    fn as_ref(&self) -> &str {
        &self.path
    }
}

impl Router {
    fn find<'r>(&mut self, routes: &'r [Route], path: &str) -> Option<&'r Route> {
        let inner = path.strip_prefix(&*self.prefix).unwrap_or(path);
        let found = routes.iter().rfind(|route| route.as_ref() == inner);
        self.misses += u16::from(found.is_none());
        found
    }

    fn newest<'r>(self: &Rc<Self>, routes: &'r mut Vec<Route>) -> &'r mut Route {
        let path = self.prefix.to_string();
        routes.push(Route { path, verbs: [None; 2] });
        let last = routes.len() - 1;
        &mut routes[last]
    }

    fn segments<'p>(&self, path: &'p str) -> std::iter::Skip<Split<'p, char>> {
        path.split('/').skip(usize::from(self.misses))
    }

    fn head<'p, 'x: 'p>(&self, path: &'x str, _other: &'p str) -> Option<&'p str> {
        let mut segments = self.segments(path);
        segments.find(|segment| !segment.is_empty())
    }
}

fn main() {
    let mut routes = vec![Route { path: "/users".to_string(), verbs: [Some("GET"), None] }];
    let mut router = Router { prefix: "/v1".into(), misses: 0 };
    println!("{:?}", router.find(&routes, "/v1/users").map(|route| route.verbs[0]));
    println!("{:?}", router.head("/a/b", ""));
    println!("{}", Rc::new(router).newest(&mut routes).path);
}
