//~ family: E0186-self-removed
use std::error::Error;
use std::fmt::{self, Display};
use std::io::{self, Write};

#[derive(Debug)]
enum Fault {
    Empty,
}

impl Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("nothing there")
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }
}

struct Sink;

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Ones;

impl Iterator for Ones {
    type Item = u8;

    fn next(&mut self) -> Option<Self::Item> {
        Some(1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

fn main() -> io::Result<()> {
    let bytes: Vec<u8> = Ones.take(3).collect();
    let written = Sink.write(&bytes)?;
    Sink.flush()?;
    println!("{written} {} {}", Fault::Empty, Fault::Empty.source().is_none());
    Ok(())
}
