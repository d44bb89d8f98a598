//~ family: edition-unsafe-extern
//~ edition: 2024
mod ctype {
    unsafe extern "C" {
        pub fn isdigit(c: i32) -> i32;
        pub fn isspace(c: i32) -> i32;
    }
}

#[derive(Debug, Default, PartialEq)]
struct Counts {
    digits: usize,
    spaces: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        for byte in text.bytes().map(i32::from) {
            counts.digits += usize::from(unsafe { ctype::isdigit(byte) } != 0);
            counts.spaces += usize::from(unsafe { ctype::isspace(byte) } != 0);
        }
        counts
    }
}

fn main() {
    println!("{:?}", Counts::of("room 12 on floor 3"));
    println!("{}", Counts::of("") == Counts::default());
}
