//~ family: edition-unsafe-attribute
//~ edition: 2024
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Stamp {
    major: u16,
    minor: u16,
}

#[used]
#[unsafe(link_section = ".note.stamp")]
static STAMP: Stamp = Stamp { major: 3, minor: 14 };

#[unsafe(no_mangle)]
pub fn stamp_text(stamp: &Stamp) -> String {
    let Stamp { major, minor } = *stamp;
    format!("{major}.{minor}")
}

fn main() {
    println!("{}", stamp_text(&STAMP));
    let next = Stamp { minor: STAMP.minor + 1, ..STAMP };
    println!("{}", stamp_text(&next));
}
