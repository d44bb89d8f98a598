//~ family: E0015-const-removed
const fn table() -> [u32; 8] {
    let mut squares = [0; 8];
    let mut at = 0;
    while at < 8 {
        squares[at] = (at * at) as u32;
        at += 1;
    }
    squares
}

static SQUARES: [u32; 8] = table();

fn root(number: u32) -> Option<usize> {
    SQUARES.iter().position(|square| *square == number)
}

fn main() {
    for number in [25, 26, 49] {
        println!("{number} {:?}", root(number));
    }
}
