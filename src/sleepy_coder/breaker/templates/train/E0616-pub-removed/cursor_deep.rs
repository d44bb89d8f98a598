//~ family: E0616-pub-removed
pub mod editor {
    pub mod cursor {
        #[derive(Default)]
        pub struct Cursor {
            pub line: usize,
            pub column: usize,
            pub anchor: Option<Box<Cursor>>,
        }

        impl Cursor {
            pub fn feed(&mut self, typed: char) -> &mut Self {
                if typed == '\n' {
                    self.line += 1;
                    self.column = 0;
                } else {
                    self.column += typed.len_utf8();
                }
                self
            }
        }
    }

    pub struct Selection<T> {
        pub from: T,
        pub until: T,
    }

    pub fn select(text: &str) -> Selection<usize> {
        let mut cursor = cursor::Cursor::default();
        text.chars().for_each(|typed| {
            cursor.feed(typed);
        });
        Selection {
            from: cursor.line,
            until: text.len(),
        }
    }
}

fn main() {
    let mut cursor = editor::cursor::Cursor::default();
    cursor.feed('a').feed('\n').feed('b').anchor = Some(Box::default());
    println!("{}:{}", cursor.line, cursor.column);
    let chosen = editor::select("up\ndown");
    println!("{:?}", chosen.from..chosen.until);
}
