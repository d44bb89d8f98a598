//~ family: E0594-mut-removed
#[derive(Debug, Default)]
struct Request {
    path: String,
    timeout: Option<u16>,
    retries: u8,
}

impl Request {
    fn to(path: &str) -> Request {
        let mut request = Request::default();
        request.path = path.to_string();
        request.retries = 3;
        request
    }

    fn within(mut self, seconds: u16) -> Request {
        self.timeout = Some(seconds);
        self
    }

    fn once(self) -> Request {
        let mut single = self;
        single.retries = 1;
        single
    }
}

fn main() {
    println!("{:?}", Request::to("/users").within(30));
    println!("{:?}", Request::to("/health").once());
}
