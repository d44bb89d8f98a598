//~ family: E0004-range-end
use std::collections::BTreeMap;

fn width(byte: u8) -> Result<usize, String> {
    match byte {
        0x00..=0x7f => Ok(1),
        0x80..=0xbf => Err(format!("stray {byte:#x}")),
        0xc0..=0xdf => Ok(2),
        0xe0..=0xef => Ok(3),
        0xf0..=0xff => Ok(4),
    }
}

fn histogram(text: &str) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let names = text.chars().map(|letter| match letter {
        '\0'..='\u{1f}' => "control",
        ' '..='~' => "plain",
        '\u{7f}'..='\u{24f}' => "latin",
        '\u{250}'..=char::MAX => "other",
    });
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    counts
}

fn main() {
    println!("{:?}", histogram("Tromsø\t→ Ålesund"));
    let widths: Result<Vec<usize>, String> = "é→x".bytes().filter(|byte| byte & 0xc0 != 0x80).map(width).collect();
    println!("{widths:?} {:?}", width(0x9c));
}
