//~ family: E0308-ok-removed
use std::fs::File;
use std::io::{self, BufRead, Cursor, Read, Write};
use std::num::TryFromIntError;

struct Limited<R> {
    inner: R,
    left: usize,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.left);
        if most == 0 {
            return Ok(0);
        }
        let count = self.inner.read(&mut buffer[..most])?;
        self.left -= count;
        Ok(count)
    }
}

fn copy(mut from: impl Read, to: &mut dyn Write) -> io::Result<u64> {
    let mut chunk = [0; 3];
    let mut copied = 0;
    loop {
        match from.read(&mut chunk)? {
            0 => break Ok(copied),
            count => {
                to.write_all(&chunk[..count])?;
                copied += count as u64;
            }
        }
    }
}

fn first_line(text: impl BufRead) -> io::Result<String> {
    let line = text.lines().next().transpose()?;
    line.map_or_else(|| Err(io::Error::other("empty")), |line| Ok(line.trim().to_string()))
}

fn small(count: u64) -> Result<u8, TryFromIntError> {
    let checked = u8::try_from(count)?;
    Ok(checked / 2)
}

fn open(path: &str) -> Result<File, String> {
    let opened = File::open(path);
    let Ok(file) = opened else {
        return Err(format!("no {path}"));
    };
    Ok(file)
}

fn main() -> io::Result<()> {
    let mut out = Vec::new();
    let copied = copy(
        Limited {
            inner: Cursor::new("lighthouse"),
            left: 5,
        },
        &mut out,
    )?;
    println!("{copied} {out:?} {:?}", small(copied));
    println!("{:?} {:?}", first_line(Cursor::new(" ab\ncd")), open("/no/such").err());
    Ok(())
}
