//~ family: E0560-typo
use std::marker::PhantomData;

#[derive(Debug)]
struct Request<B> {
    path: String,
    headers: Vec<(String, String)>,
    body: Option<B>,
}

struct Builder<B, State> {
    request: Request<B>,
    state: PhantomData<State>,
}

struct Open;
struct Sealed;

impl<B> Builder<B, Open> {
    fn get(path: impl Into<String>) -> Self {
        let request = Request { path: path.into(), headers: Vec::new(), body: None };
        Builder { request, state: PhantomData }
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        self.request.headers.push((name.to_lowercase(), value.to_string()));
        self
    }

    fn with<C>(self, body: C) -> Builder<C, Sealed> {
        let Request { path, headers, .. } = self.request;
        Builder { request: Request { path, headers, body: Some(body) }, state: PhantomData }
    }
}

impl<B> Builder<B, Sealed> {
    fn build(self) -> Request<B> {
        self.request
    }
}

fn main() {
    let request = Builder::<(), Open>::get("/jobs").header("Accept", "text").with(vec![7, 9]).build();
    println!("{} {:?} {:?}", request.path, request.headers, request.body);
}
