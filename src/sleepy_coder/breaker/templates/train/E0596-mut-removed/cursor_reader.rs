//~ family: E0596-mut-removed
//~ vary u16: u16 | u32 | u64
use std::io::{BufRead, Cursor, Read};

struct Header {
    version: u8,
    name: String,
}

fn header<R: BufRead>(mut reader: R) -> std::io::Result<Header> {
    let mut byte = [0u8; 1];
    reader.read_exact(&mut byte)?;
    let mut name = Vec::new();
    reader.read_until(b'\n', &mut name)?;
    Ok(Header { version: byte[0], name: String::from_utf8_lossy(&name).trim_end().to_string() })
}

fn peaks(samples: &[u16]) -> Vec<u16> {
    let mut rest = samples.iter().copied().peekable();
    let mut found = vec![];
    while let Some(sample) = rest.next() {
        if rest.peek().is_none_or(|after| *after < sample) {
            found.push(sample);
        }
    }
    found
}

fn main() -> std::io::Result<()> {
    let mut source = Cursor::new(b"\x02images\nabc".to_vec());
    let header = header(&mut source)?;
    let body = {
        let mut text = String::new();
        source.read_to_string(&mut text)?;
        text
    };
    let mut count = 0;
    let mut tally = |step: u16| count += step;
    peaks(&[3, 9, 4, 4, 8]).into_iter().for_each(&mut tally);
    println!("v{} {} {} {}", header.version, header.name, body, count);
    Ok(())
}
