//~ family: E0505-use-removed
//~ edition: 2024
use std::fmt::{self, Display};
use std::ops::ControlFlow;

struct Doc {
    title: String,
    lines: Vec<String>,
}

struct Summary(usize, String);

impl Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} lines)", self.1, self.0)
    }
}

impl Doc {
    fn summary(&self) -> impl Display + use<> {
        Summary(self.lines.len(), self.title.to_owned())
    }

    fn finder<F>(&self, test: F) -> impl FnOnce(&str) -> ControlFlow<usize> + use<F>
    where
        F: Fn(&str, usize) -> bool,
    {
        let count = self.lines.len();
        move |line| if test(line, count) { ControlFlow::Break(count) } else { ControlFlow::Continue(()) }
    }

    fn into_lines(self) -> impl Iterator<Item = String> {
        self.lines.into_iter()
    }
}

fn lengths(doc: &Doc) -> Option<impl ExactSizeIterator<Item = usize> + use<>> {
    let lengths: Vec<usize> = doc.lines.iter().map(String::len).collect();
    if lengths.is_empty() { None } else { Some(lengths.into_iter()) }
}

fn main() {
    let doc = Doc { title: "Log".into(), lines: vec!["one".into(), "three".into()] };
    let (summary, find, sizes) = (doc.summary(), doc.finder(|line, count| line.len() > count), lengths(&doc));
    let mut lines = doc.into_lines();
    println!("{summary} {:?}", lines.next().map(|line| find(&line)));
    println!("{:?}", sizes.map(|sizes| sizes.len()));
}
