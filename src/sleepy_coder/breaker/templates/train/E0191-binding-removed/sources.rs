//~ family: E0191-binding-removed
struct Feed<'a> {
    lines: Box<dyn Iterator<Item = &'a str> + 'a>,
    skipped: usize,
}

impl<'a> Feed<'a> {
    fn open(text: &'a str, reverse: bool) -> Feed<'a> {
        let lines: Box<dyn Iterator<Item = &'a str> + 'a> =
            if reverse { Box::new(text.lines().rev()) } else { Box::new(text.lines()) };
        Feed { lines, skipped: 0 }
    }

    fn take_long(&mut self) -> Option<&'a str> {
        for line in self.lines.by_ref() {
            if line.len() > 3 {
                return Some(line);
            }
            self.skipped += 1;
        }
        None
    }
}

fn main() {
    for reverse in [false, true] {
        let mut feed = Feed::open("ore\ncopper\ntin\nzinc", reverse);
        println!("{:?} after {}", feed.take_long(), feed.skipped);
    }
}
