//~ family: E0004-range-end
trait Class {
    fn class(&self) -> u8;
}

impl Class for u8 {
    fn class(&self) -> u8 {
        match *self {
            0x00..=0x7f => 1,
            0x80..=0xbf => 0,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
        }
    }
}

fn main() {
    let classes: Vec<u8> = "aé€".bytes().map(|byte| byte.class()).collect();
    println!("{classes:?}");
    println!("{} {}", 0x7fu8.class(), 0xdfu8.class());
}
