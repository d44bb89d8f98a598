//~ family: E0616-pub-removed
//~ vary u16: u16 | u32 | i64
mod settings {
    use std::collections::HashMap;

    pub struct Window {
        pub size: (u16, u16),
        pub title: String,
    }

    pub struct Settings<K = String> {
        pub window: Window,
        pub keys: HashMap<K, char>,
        pub on_close: Box<dyn Fn(&str) -> bool>,
        dirty: bool,
    }

    impl Default for Settings {
        fn default() -> Self {
            let window = Window {
                size: (640, 480),
                title: String::new(),
            };
            Settings {
                window,
                keys: HashMap::new(),
                on_close: Box::new(str::is_empty),
                dirty: false,
            }
        }
    }

    impl<K> Settings<K> {
        pub fn touch(&mut self) -> &mut Window {
            self.dirty = true;
            &mut self.window
        }

        pub fn is_dirty(&self) -> bool {
            self.dirty
        }
    }
}

use settings::Settings;

fn configure(settings: &mut Settings, lines: &[&str]) -> Result<u16, std::num::ParseIntError> {
    for line in lines {
        match line.split_once('=') {
            Some(("width", width)) => settings.touch().size.0 = width.parse()?,
            Some((key, value)) => {
                settings
                    .keys
                    .extend(value.chars().next().map(|letter| (key.to_string(), letter)));
            }
            None => settings.touch().title = line.to_string(),
        }
    }
    Ok(lines.len() as u16)
}

fn main() {
    let mut settings = Settings::default();
    let read = configure(&mut settings, &["width=800", "save=s", "Editor"]);
    println!("{read:?} {} {}", settings.is_dirty(), (settings.on_close)(""));
    println!("{}", settings.is_dirty());
}
