//~ family: E0392-lifetime-added
//~ vary u16: u16 | u32 | u8
use std::mem::{size_of, size_of_val};
use std::sync::atomic::{AtomicU32, Ordering};

#[repr(C)]
#[derive(Clone, Copy)]
struct Header {
    magic: [u8; 4],
    length: u16,
}

#[repr(u8)]
#[derive(Clone, Copy, PartialEq)]
enum Tag {
    Text = 1,
    Number,
}

pub struct Gauge(AtomicU32);

#[repr(transparent)]
struct Meters<T = f32> {
    raw: T,
}

fn describe(header: &Header, tag: Tag) -> String {
    let magic = String::from_utf8_lossy(&header.magic);
    match tag {
        Tag::Text => format!("{magic}/{}", header.length),
        Tag::Number => format!("#{}", header.length),
    }
}

fn bump(gauge: &Gauge, by: u32) -> u32 {
    gauge.0.fetch_add(by, Ordering::SeqCst) + by
}

fn longest<T: PartialOrd>(all: Vec<Meters<T>>) -> Option<T> {
    let mut best: Option<T> = None;
    for Meters { raw } in all {
        if best.as_ref().is_none_or(|known| raw > *known) {
            best = Some(raw);
        }
    }
    best
}

fn main() {
    let header = Header {
        magic: *b"RIFF",
        length: 40,
    };
    let gauge = Gauge(AtomicU32::new(3));
    for tag in [Tag::Text, Tag::Number] {
        println!("{} {}", describe(&header, tag), bump(&gauge, tag as u32));
    }
    println!("{:?}", longest(vec![Meters { raw: 1.5 }, Meters { raw: 2.25 }]));
    println!("{} {}", size_of_val(&header), size_of::<Meters<u64>>());
}
