//~ family: E0072-unboxed
struct Menu {
    title: String,
    entry: Result<u8, Box<Menu>>,
}

fn leaf(title: &str, code: u8) -> Menu {
    Menu { title: title.to_string(), entry: Ok(code) }
}

fn within(title: &str, inner: Menu) -> Menu {
    Menu { title: title.to_string(), entry: Err(inner.into()) }
}

fn path(menu: &Menu) -> String {
    match &menu.entry {
        Ok(code) => format!("{}={code}", menu.title),
        Err(inner) => format!("{}/{}", menu.title, path(inner)),
    }
}

fn main() {
    let menu = within("file", within("recent", leaf("notes", 31)));
    println!("{}", path(&menu));
    println!("{}", path(&leaf("quit", 3)));
}
