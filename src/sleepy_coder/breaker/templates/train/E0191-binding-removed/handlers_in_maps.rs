//~ family: E0191-binding-removed
use std::collections::HashMap;

trait Handler<R> {
    type Reply;
    type Error;

    fn handle(&mut self, request: R) -> Result<Self::Reply, Self::Error>;
}

struct Counter(u32);

impl Handler<&str> for Counter {
    type Reply = u32;
    type Error = String;

    fn handle(&mut self, request: &str) -> Result<u32, String> {
        match request {
            "next" => {
                self.0 += 1;
                Ok(self.0)
            }
            other => Err(format!("cannot {other}")),
        }
    }
}

#[derive(Default)]
struct Server<'h> {
    routes: HashMap<String, Box<dyn Handler<&'static str, Reply = u32, Error = String> + 'h>>,
}

fn call(handler: &mut (dyn Handler<&'static str, Reply = u32, Error = String> + '_), word: &'static str) -> u32 {
    handler.handle(word).unwrap_or_else(|error| error.len() as u32)
}

fn main() {
    let mut server = Server::default();
    server.routes.insert("/count".to_string(), Box::new(Counter(40)));
    if let Some(handler) = server.routes.get_mut("/count") {
        println!("{} {}", call(handler.as_mut(), "next"), call(handler.as_mut(), "stop"));
    }
}
