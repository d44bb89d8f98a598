//~ family: E0063-field
mod clock {
    #[derive(Debug, Clone, Copy)]
    pub struct Span {
        pub from: u64,
        pub length: u64,
        pub kind: Kind,
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Kind {
        Work,
        Rest { forced: bool },
    }

    impl Span {
        pub fn split(self, length: u64) -> [Self; 2] {
            let Span { from, kind, .. } = self;
            let later = Self { from: from + length, length: self.length - length, kind };
            [Self { from, length, kind }, later]
        }
    }
}

use clock::{Kind, Span};

fn main() {
    let lengths = [50, 10, 90];
    let spans: Vec<Span> = lengths
        .iter()
        .scan(0, |start, &length| {
            let from = *start;
            *start += length;
            let forced = length > 60;
            let kind = if length < 20 { Kind::Rest { forced } } else { Kind::Work };
            Some(Span { from, length, kind })
        })
        .collect();
    for span in spans.iter().flat_map(|span| span.split(8)) {
        println!("{} {} {:?}", span.from, span.length, span.kind);
    }
    println!("{}", spans.iter().any(|span| span.kind == Kind::Rest { forced: false }));
}
