//~ family: E0604-char-cast
//~ vary usize: usize | u32 | i32
const FILES: usize = 8;

#[derive(Clone, Copy)]
struct Square {
    file: usize,
    rank: usize,
}

impl Square {
    fn name(self) -> String {
        let mut name = String::with_capacity(2);
        name.push((self.file + 97) as u8 as char);
        name.push((self.rank + 49) as u8 as char);
        name
    }
}

impl From<Square> for (char, usize) {
    fn from(square: Square) -> Self {
        let file = square.file % FILES;
        ((65 + file) as u8 as char, square.rank)
    }
}

fn legend() -> Vec<char> {
    (0..FILES).map(|file| (97 + file) as u8 as char).collect()
}

fn main() {
    let square = Square { file: 4, rank: 1 };
    let (letter, rank) = square.into();
    println!("{} {letter}{rank} {:?}", square.name(), legend());
}
