//~ family: E0308-match-arm
mod shapes {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Side {
        Left,
        Right,
    }

    pub struct Tag {
        pub side: Option<Side>,
        pub name: Option<String>,
        pub bytes: &'static [u8],
    }

    impl Tag {
        pub fn code(&self) -> Vec<u8> {
            let mut code = match self.side {
                Some(Side::Left) => vec![b'l'],
                Some(Side::Right) => b"rr".to_vec(),
                None => self.bytes.to_vec(),
            };
            code.push(b'.');
            code
        }

        pub fn name(&self) -> String {
            let name = match (&self.name, self.bytes) {
                (Some(name), []) => name.clone(),
                (Some(name), [first, ..]) => format!("{name}{first}"),
                (None, [_]) => "single".into(),
                (None, _) => String::from("plain"),
            };
            name
        }
    }
}

use shapes::{Side, Tag};

fn flipped(tag: &Tag) -> Option<Side> {
    let side = match tag.side {
        None => return None,
        Some(Side::Left) => Some(Side::Right),
        Some(Side::Right) if tag.bytes.is_empty() => None,
        Some(Side::Right) => {
            println!("right of {}", tag.name());
            Some(Side::Left)
        }
    };
    side.or(tag.side)
}

fn main() {
    let tags = [
        Tag {
            side: Some(Side::Right),
            name: None,
            bytes: b"7",
        },
        Tag {
            side: None,
            name: Some("door".to_string()),
            bytes: &[3, 4],
        },
    ];
    for tag in &tags {
        println!("{} {:?} {:?}", tag.name(), tag.code(), flipped(tag));
    }
}
