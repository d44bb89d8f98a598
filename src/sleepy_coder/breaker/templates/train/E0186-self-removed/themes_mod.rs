//~ family: E0186-self-removed
mod theme {
    pub trait Theme {
        const NAME: &'static str;

        fn color(&self, level: u8) -> (u8, u8, u8);

        fn border(&self) -> Option<char>;

        fn paint(&self, text: &str) -> String {
            let (red, ..) = self.color(text.len() as u8);
            match self.border() {
                Some(edge) => format!("{edge}{text}:{red}{edge}"),
                None => format!("{}:{text}", Self::NAME),
            }
        }
    }

    pub struct Dark;

    pub struct Custom<'c> {
        pub accent: &'c [u8],
    }

    impl Theme for Dark {
        const NAME: &'static str = "dark";

        fn color(&self, level: u8) -> (u8, u8, u8) {
            let shade = level.saturating_mul(3);
            (shade, shade / 2, 0)
        }

        fn border(&self) -> Option<char> {
            None
        }
    }

    impl<'c> Theme for Custom<'c> {
        const NAME: &'static str = "custom";

        fn color(&self, level: u8) -> (u8, u8, u8) {
            let [red, green, ..] = self.accent else { return (level, level, level) };
            (*red, *green, 9)
        }

        fn border(&self) -> Option<char> {
            Some('|')
        }

        fn paint(&self, text: &str) -> String {
            text.chars().rev().collect()
        }
    }
}

use theme::{Custom, Dark, Theme};

fn main() {
    let custom = Custom { accent: &[7, 8, 9] };
    println!("{} {} {:?}", Dark.paint("hi"), custom.paint("abc"), custom.color(1));
}
