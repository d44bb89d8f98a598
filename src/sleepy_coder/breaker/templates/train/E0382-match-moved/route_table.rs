//~ family: E0382-match-moved
use std::collections::HashMap;

#[derive(Debug)]
enum Route {
    Static { path: String, hits: u32 },
    Proxy(String, Option<String>),
    Gone,
}

#[derive(Debug)]
struct Request {
    host: Option<String>,
    route: Route,
}

fn key(route: &Route) -> String {
    match route {
        Route::Static { path, .. } => path.clone(),
        Route::Proxy(target, _) => format!("-> {target}"),
        Route::Gone => String::from("gone"),
    }
}

fn admit(request: Request, open: &mut HashMap<String, Request>) -> Result<usize, Request> {
    if let None | Some("") = request.host.as_deref() {
        return Err(request);
    }
    if let Route::Proxy(target, Some(auth)) = &request.route {
        if target.is_empty() || auth.is_empty() {
            return Err(request);
        }
    }
    let hits = match request.route {
        Route::Static { hits, path: ref whole } if whole.len() > 1 => hits,
        Route::Static { .. } | Route::Proxy(..) => 1,
        Route::Gone => 0,
    };
    open.insert(key(&request.route), request);
    Ok(open.len() + hits as usize)
}

fn main() {
    let mut open = HashMap::new();
    let index = Route::Static { path: "/".to_string(), hits: 5 };
    let proxy = Route::Proxy("api".to_string(), Some(String::new()));
    for route in [index, proxy, Route::Gone] {
        let host = matches!(route, Route::Static { .. } | Route::Proxy(..)).then(|| "sea.org".to_string());
        match admit(Request { host, route }, &mut open) {
            Ok(count) => println!("{count}"),
            Err(request) => {
                if let Some(host) = &request.host {
                    println!("{} of {host}", host.len());
                }
                println!("{request:?}")
            }
        }
    }
}
