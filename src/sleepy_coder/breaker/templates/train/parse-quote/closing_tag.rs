//~ family: parse-quote
struct Page {
    body: Vec<(u8, String)>,
}

impl Page {
    fn heading(mut self, level: u8, text: impl Into<String>) -> Self {
        self.body.push((level, text.into()));
        self
    }
}

fn main() {
    let page = Page { body: Vec::new() }.heading(1, "Rivers").heading(2, "The Glomma");
    let html = page.body.iter().map(|(level, text)| tag(&format!("h{level}"), text));
    println!("{}", html.collect::<Vec<String>>().join("\n"));
}

fn tag(name: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2 * name.len() + 5);
    for part in ["<", name, ">", text, "</", name, ">"] {
        out.push_str(part);
    }
    out
}
