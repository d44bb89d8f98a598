//~ family: E0004-range-end
#[derive(Debug, PartialEq)]
enum Class {
    Small { size: u8 },
    Medium,
    Jumbo,
}

struct Header {
    kind: u8,
    ttl: i8,
    flag: Option<u8>,
}

impl Header {
    fn class(&self) -> Class {
        match *self {
            Header { kind: size @ 0..=15, .. } => Class::Small { size },
            Header { kind: 16..=200, .. } => Class::Medium,
            Header { kind: 201..=u8::MAX, .. } => Class::Jumbo,
        }
    }

    fn alive(&self) -> bool {
        match self.ttl {
            i8::MIN..=0 => false,
            1..=i8::MAX => true,
        }
    }
}

fn priority(flag: Option<u8>) -> Result<u8, &'static str> {
    let level = match flag {
        Some(0) => return Err("reserved"),
        Some(1..=99) => 2,
        Some(level @ 100..=255) => level / 50,
        None => 0,
    };
    Ok(level)
}

fn main() {
    for header in [Header { kind: 15, ttl: 0, flag: None }, Header { kind: 200, ttl: 9, flag: Some(99) }] {
        println!("{:?} {} {:?}", header.class(), header.alive(), priority(header.flag));
    }
}
