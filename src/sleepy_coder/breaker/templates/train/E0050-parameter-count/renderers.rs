//~ family: E0050-parameter-count
use std::fmt::{self, Write};

struct Frame {
    width: usize,
    title: Option<String>,
}

trait Render {
    type Target: Write;

    fn begin(&self, out: &mut Self::Target, level: u8) -> fmt::Result;
    fn line(&self, out: &mut Self::Target, text: &str, last: bool) -> fmt::Result;
    fn end(&self, out: &mut Self::Target, _level: u8, _written: usize) -> fmt::Result {
        out.write_char('\n')
    }
}

impl Render for Frame {
    type Target = String;

    fn begin(&self, out: &mut Self::Target, level: u8) -> fmt::Result {
        let title = self.title.as_deref().unwrap_or("-");
        write!(out, "[{title}:{level}]")
    }

    fn line(&self, out: &mut String, text: &str, _last: bool) -> fmt::Result {
        let cut: String = text.chars().take(self.width).collect();
        out.write_str(&cut)
    }

    fn end(&self, out: &mut String, _: u8, written: usize) -> fmt::Result {
        if written == 0 {
            return Err(fmt::Error);
        }
        writeln!(out)
    }
}

fn main() {
    let frame = Frame { width: 4, title: None };
    let mut out = String::new();
    let done = frame.begin(&mut out, 2).and_then(|()| frame.line(&mut out, "harbour", true));
    let written = out.len();
    let ended = frame.end(&mut out, 2, written);
    println!("{out} {done:?} {}", ended.is_ok());
}
