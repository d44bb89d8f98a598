//~ family: E0428-item-twice
mod text {
    pub const TAB: usize = 4;

    pub struct Line<'a> {
        pub indent: usize,
        pub body: &'a str,
    }

    pub fn parse(raw: &str) -> Line<'_> {
        let body = raw.trim_start();
        Line { indent: (raw.len() - body.len()) / TAB, body }
    }

    pub mod check {
        use super::Line;

        pub fn jumps(lines: &[Line]) -> usize {
            lines.windows(2).filter(|pair| pair[1].indent > pair[0].indent + 1).count()
        }

        pub fn deepest(lines: &[Line]) -> usize {
            lines.iter().map(|line| line.indent).max().unwrap_or(0)
        }
    }
}

use text::check;

fn main() {
    let lines: Vec<text::Line> = ["a", "        b", "    c"].iter().map(|raw| text::parse(raw)).collect();
    println!("{} {} {}", lines[1].body, check::jumps(&lines), check::deepest(&lines));
}
