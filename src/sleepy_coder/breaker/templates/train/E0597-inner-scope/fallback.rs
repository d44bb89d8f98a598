//~ family: E0597-inner-scope
#[derive(Debug)]
struct Theme {
    name: String,
    dark: bool,
}

fn pick(themes: &[Theme], dark: bool) -> String {
    let mut chosen = &themes[0];
    let fallback = Theme { name: String::from("plain"), dark };
    if themes.iter().all(|theme| theme.dark != dark) {
        chosen = &fallback;
    }
    for theme in themes {
        if theme.dark == dark {
            chosen = theme;
        }
    }
    format!("{} ({})", chosen.name, chosen.dark)
}

fn main() {
    let themes = vec![
        Theme { name: String::from("sand"), dark: false },
        Theme { name: String::from("snow"), dark: false },
    ];
    println!("{}", pick(&themes, true));
    println!("{}", pick(&themes, false));
    let names: Vec<String> = themes.into_iter().map(|theme| theme.name).collect();
    let joined = names.join("+");
    let half = &joined[..3];
    println!("{half}");
}
