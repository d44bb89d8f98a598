//~ family: E0308-question-removed
//~ vary u16: u16 | u32
use std::fmt;

#[derive(Debug)]
enum Fault {
    TooShort(usize),
    Magic([u8; 2]),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::TooShort(missing) => write!(f, "{missing} bytes missing"),
            Fault::Magic(found) => write!(f, "bad magic {found:?}"),
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

struct Header {
    version: u16,
    sections: Vec<u16>,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, Fault> {
        let (first, rest) = self.rest.split_first().ok_or(Fault::TooShort(1))?;
        self.rest = rest;
        Ok(*first)
    }

    fn word(&mut self) -> Result<u16, Fault> {
        let high = u16::from(self.byte()?);
        Ok(high * 256 + u16::from(self.byte()?))
    }

    fn header(mut self) -> Result<Header, Fault> {
        let magic = [self.byte()?, self.byte()?];
        if &magic != b"OK" {
            return Err(Fault::Magic(magic));
        }
        let mut header = Header {
            version: self.word()?,
            sections: Vec::new(),
        };
        while !self.rest.is_empty() {
            header.sections.push(self.word()?);
        }
        Ok(header)
    }
}

fn main() {
    for data in [&b"OK\x00\x02\x01\x01"[..], b"NO", b"OK\x00"] {
        match (Reader { rest: data }).header() {
            Ok(Header { version, sections }) => println!("v{version} {sections:?}"),
            Err(fault) => println!("{fault}"),
        }
    }
}
