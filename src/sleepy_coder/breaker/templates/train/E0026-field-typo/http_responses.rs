//~ family: E0026-field-typo
//~ vary u16: u16 | u32 | i32
//~ vary moved: moved | gone | cached
use std::collections::BTreeMap;

struct Response {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Option<String>,
}

fn respond(status: u16, body: Option<&str>) -> Response {
    let mut headers = BTreeMap::new();
    headers.insert("server".to_string(), "tiny".to_string());
    if let Some(content) = body {
        headers.insert("length".to_string(), content.len().to_string());
    }
    Response { status, headers, body: body.map(str::to_string) }
}

fn log_line(response: Response) -> Result<String, u16> {
    match response {
        Response { status: code, body: None, .. } => Err(code),
        Response { headers, body: Some(content), .. } => {
            let listed: Vec<String> = headers.iter().map(|(key, value)| format!("{key}={value}")).collect();
            Ok(format!("{content} [{}]", listed.join(";")))
        }
    }
}

fn main() {
    for response in [respond(20, Some("moved to the attic")), respond(44, None)] {
        match log_line(response) {
            Ok(line) => println!("{line}"),
            Err(code) => println!("empty response {code}"),
        }
    }
}
