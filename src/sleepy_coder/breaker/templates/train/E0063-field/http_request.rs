//~ family: E0063-field
//~ vary u16: u16 | u32 | i32
#[derive(Debug, Clone, PartialEq)]
enum Verb {
    Get,
    Post { body: String, size: usize },
}

#[derive(Debug, Clone, PartialEq)]
struct Request {
    verb: Verb,
    path: String,
    port: u16,
}

fn post(path: &str, body: &str) -> Request {
    let size = body.len();
    let body = body.to_string();
    let verb = Verb::Post { body, size };
    let port = 80;
    Request { verb, path: path.to_owned(), port }
}

fn main() {
    let sent = post("/notes", "buy bread");
    let plain = Request { verb: Verb::Get, path: String::from("/"), port: 81 };
    println!("{:?}", sent);
    println!("{:?} {}", plain, sent == plain);
}
