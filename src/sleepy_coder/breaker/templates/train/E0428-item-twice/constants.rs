//~ family: E0428-item-twice
const WIDTH: usize = 6;
const FILL: char = '.';

fn bar(length: usize) -> String {
    "#".repeat(length)
}

fn row(value: usize) -> String {
    let mut line = bar(value.min(WIDTH));
    while line.len() < WIDTH {
        line.push(FILL);
    }
    line
}

fn main() {
    for value in [2, 5, 9] {
        println!("{}", row(value));
    }
}
