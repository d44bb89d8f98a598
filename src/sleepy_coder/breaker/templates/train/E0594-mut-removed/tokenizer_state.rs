//~ family: E0594-mut-removed
#[derive(Debug)]
enum Mode {
    Plain,
    Quoted { escapes: u32 },
}

struct Lexer<'a> {
    rest: &'a str,
    mode: Mode,
    depth: Option<u8>,
}

impl<'a> Lexer<'a> {
    fn quoted(text: &'a str) -> Self {
        let mut lexer = Lexer {
            rest: text,
            mode: Mode::Plain,
            depth: None,
        };
        if let Some(stripped) = text.strip_prefix('"') {
            lexer.rest = stripped;
            return Lexer {
                mode: Mode::Quoted { escapes: 0 },
                ..lexer
            };
        }
        lexer
    }

    fn nested(mut self) -> Result<Self, String> {
        match self.depth {
            Some(200..) => Err(format!("too deep at {}", self.rest)),
            depth => {
                self.depth = Some(depth.map_or(1, |level| level + 1));
                Ok(self)
            }
        }
    }

    fn finish((text, mut lexer): (&str, Lexer<'a>)) -> (usize, Mode) {
        let escapes = text.matches('\\').count() as u32;
        if let Mode::Quoted { .. } = lexer.mode {
            lexer.mode = Mode::Quoted { escapes };
        }
        (lexer.rest.len(), lexer.mode)
    }
}

fn main() {
    let mut seen = (0, String::new());
    for text in ["\"a\\nb\"", "plain"] {
        match Lexer::quoted(text).nested().and_then(Lexer::nested) {
            Ok(lexer) if text.is_empty() => seen.0 += lexer.rest.len(),
            Ok(lexer) => match Lexer::finish((text, lexer)) {
                (left, Mode::Quoted { escapes }) => println!("{left} left, {escapes} escapes"),
                (left, mode) => println!("{left} left, {mode:?}"),
            },
            Err(problem) => println!("{problem}"),
        }
    }
    println!("{seen:?}");
}
