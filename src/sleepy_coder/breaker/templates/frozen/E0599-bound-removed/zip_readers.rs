//~ family: E0599-bound-removed
use std::io::{BufRead, Read};

fn count_lines<R: BufRead>(reader: R) -> usize {
    reader.lines().map_while(Result::ok).filter(|line| !line.starts_with('#')).count()
}

fn head<R>(mut reader: R, size: usize) -> String
where
    R: Read,
{
    let mut buffer = vec![0; size];
    let read = reader.read(&mut buffer).unwrap_or(0);
    String::from_utf8_lossy(&buffer[..read]).into_owned()
}

fn last_two<I: DoubleEndedIterator<Item = char>>(letters: I) -> String {
    letters.rev().take(2).collect()
}

fn main() {
    let text = "# list\nrope\nhook\n";
    println!("{}", count_lines(text.as_bytes()));
    println!("{:?} {}", head(text.as_bytes(), 6), last_two(text.trim().chars()));
}
