//~ family: E0435-const-removed
use std::str::FromStr;

#[derive(Debug)]
struct Board {
    rows: Vec<[Option<char>; 4]>,
    bits: u64,
}

impl Default for Board {
    fn default() -> Self {
        const EMPTY: u64 = 0;
        const SIDE: usize = 4;
        Board { rows: Vec::with_capacity(SIDE), bits: EMPTY }
    }
}

impl FromStr for Board {
    type Err = usize;

    fn from_str(text: &str) -> Result<Self, usize> {
        const COLUMNS: usize = 4;
        let mut board = Board::default();
        for (number, line) in text.lines().enumerate() {
            let mut row = [None; COLUMNS];
            for (slot, mark) in row.iter_mut().zip(line.chars()) {
                *slot = mark.is_alphanumeric().then_some(mark);
                board.bits = board.bits << 1 | u64::from(slot.is_some());
            }
            if row.iter().all(Option::is_none) {
                return Err(number);
            }
            board.rows.push(row);
        }
        Ok(board)
    }
}

fn chunks(bits: u64) -> impl Iterator<Item = u8> {
    const BYTES: usize = 8;
    let bytes: [u8; BYTES] = bits.to_le_bytes();
    bytes.into_iter().take_while(|byte| *byte > 0)
}

fn legend() -> String {
    let names = || {
        const NAMES: usize = 2;
        let pair: [&str; NAMES] = ["filled", "free"];
        pair.join(" or ")
    };
    names()
}

fn main() {
    for text in ["a.b.\n..c.", "....", ""] {
        match text.parse::<Board>() {
            Ok(board) => println!("{} rows {:?}", board.rows.len(), chunks(board.bits).collect::<Vec<_>>()),
            Err(line) => println!("nothing in line {line}, want {}", legend()),
        }
    }
}
