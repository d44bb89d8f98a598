//~ family: E0277-map-err-removed
//~ vary u16: u16 | u32 | i32
use std::array::TryFromSliceError;
use std::num::ParseIntError;
use std::str::{self, FromStr, Utf8Error};

enum FrameError {
    Empty,
    Text(Utf8Error),
    Number(ParseIntError),
    Width(TryFromSliceError),
}

#[derive(Debug, PartialEq)]
struct Frame {
    tag: [u8; 2],
    size: u16,
}

impl TryFrom<&[u8]> for Frame {
    type Error = FrameError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        let (head, rest) = bytes.split_at_checked(2).ok_or(FrameError::Empty)?;
        let tag = <[u8; 2]>::try_from(head).map_err(FrameError::Width)?;
        let digits = str::from_utf8(rest).map_err(FrameError::Text)?;
        let size = digits.trim().parse::<u16>().map_err(FrameError::Number)?;
        Ok(Frame { tag, size })
    }
}

struct Log(Vec<Frame>);

impl FromStr for Log {
    type Err = String;

    fn from_str(text: &str) -> Result<Log, String> {
        let mut frames = Vec::new();
        for line in text.lines() {
            if line.starts_with('#') {
                let count = line[1..].parse::<usize>().map_err(|e| e.to_string())?;
                frames.reserve(count % 100);
                continue;
            }
            frames.extend(Frame::try_from(line.as_bytes()).ok());
        }
        Ok(Log(frames))
    }
}

fn main() {
    for bytes in [&b"ab 12"[..], b"x", b"ab \xff", b"abcd"] {
        match Frame::try_from(bytes) {
            Ok(Frame { tag, size }) => println!("{tag:?} {size}"),
            Err(FrameError::Empty) => println!("empty"),
            Err(FrameError::Text(problem)) => println!("{problem}"),
            Err(FrameError::Number(problem)) => println!("{problem}"),
            Err(FrameError::Width(problem)) => println!("{problem}"),
        }
    }
    println!("{:?}", "#2\nok7\nno".parse::<Log>().map(|log| log.0));
}
