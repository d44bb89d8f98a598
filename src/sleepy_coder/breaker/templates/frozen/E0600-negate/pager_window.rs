//~ family: E0600-negate
//~ vary usize: usize | u32 | u64
const PER_SHEET: usize = 10;

struct Sheet {
    begin: usize,
    finish: usize,
}

fn sheet(number: usize, rows: usize) -> Option<Sheet> {
    let begin = number * PER_SHEET;
    if begin > rows {
        return None;
    }
    let bound = begin + PER_SHEET;
    let finish = if bound > rows { rows } else { bound };
    Some(Sheet { begin, finish })
}

fn main() {
    let rows = 47;
    for number in [0, 1, 90] {
        if let Some(shown) = sheet(number, rows) {
            println!("{}: rows {}..{}", number, shown.begin, shown.finish);
        } else {
            println!("{}: no such sheet", number);
        }
    }
}
