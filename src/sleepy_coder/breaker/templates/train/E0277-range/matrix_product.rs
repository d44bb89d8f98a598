//~ family: E0277-range
//~ vary i64: i64 | f64 | u32
use std::fmt::Write;

const SIZE: usize = 3;

type Square = [[i64; SIZE]; SIZE];

fn product(left: &Square, right: &Square) -> Square {
    let mut out = [[0 as i64; SIZE]; SIZE];
    for row in 0..SIZE {
        for column in 0..right[row].len() {
            out[row][column] = (0..SIZE).map(|k| left[row][k] * right[k][column]).sum();
        }
    }
    out
}

struct Shown<'a>(&'a Square);

impl Shown<'_> {
    fn render(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        let Shown(rows) = self;
        for place in 0..rows.iter().flatten().count() {
            let cell = rows[place / SIZE][place % SIZE];
            write!(text, "{cell} ")?;
        }
        Ok(text)
    }
}

fn main() {
    let mut unit = [[0 as i64; SIZE]; SIZE];
    'rows: for row in 0..SIZE {
        for column in 0..row + 1 {
            if column == row {
                unit[row][column] = 1 as i64;
                continue 'rows;
            }
        }
    }
    println!("{:?}", Shown(&product(&unit, &unit)).render());
}
