//~ family: E0308-match-arm
//~ vary u16: u16 | u32
use std::borrow::Cow;

#[derive(Clone, Copy)]
enum Method {
    Get,
    Post,
    Other(&'static str),
}

fn route(method: Method, path: &str) -> (u16, String) {
    let body = match (method, path) {
        (Method::Get, "/") => String::from("home"),
        (Method::Get, _) => path.trim_start_matches('/').to_string(),
        (Method::Post, _) => "stored".to_owned(),
        (Method::Other(name), _) => {
            let reason = "not allowed: ";
            println!("{reason}{name}");
            name.to_lowercase()
        }
    };
    let parsed = match path.rsplit('/').next() {
        None | Some("") => Err("nothing"),
        Some(number) if number.len() < 4 => number.parse().map_err(|_| "no number"),
        Some(_) => Ok(404),
    };
    (parsed.unwrap_or(200), body)
}

fn shown(body: &str) -> Cow<'_, str> {
    if body.len() > 6 {
        Cow::Owned(body[..6].to_string())
    } else {
        Cow::Borrowed(body)
    }
}

fn main() {
    for (method, path) in [(Method::Get, "/a/7"), (Method::Post, "/form/long"), (Method::Other("PUT"), "/")] {
        let (code, body) = route(method, path);
        println!("{code} {}", shown(&body));
    }
}
