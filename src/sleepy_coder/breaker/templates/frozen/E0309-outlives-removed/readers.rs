//~ family: E0309-outlives-removed
use std::io::{self, BufRead, Read};

fn open<'r, R>(source: R, limit: u64) -> Box<dyn BufRead + 'r>
where
    R: BufRead + 'r,
{
    Box::new(source.take(limit))
}

fn joined<'r>(first: impl BufRead + 'r, second: &'r [u8]) -> Box<dyn BufRead + 'r> {
    Box::new(first.chain(second))
}

fn main() -> io::Result<()> {
    let text = String::from("alder\nbirch\ncedar\n");
    for line in open(text.as_bytes(), 9).lines() {
        println!("{}", line?);
    }
    let mut all = String::new();
    joined(&b"one "[..], b"two").read_to_string(&mut all)?;
    println!("{all}");
    Ok(())
}
