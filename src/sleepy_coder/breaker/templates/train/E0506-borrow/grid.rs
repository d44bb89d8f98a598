//~ family: E0506-borrow
//~ vary u8: u8 | i32
fn shift(row: &mut [u8]) {
    let first = row[0];
    for at in 1..row.len() {
        row[at - 1] = row[at];
    }
    println!("{first} leaves");
}

fn main() {
    let mut grid = [[1, 2, 3], [4, 5, 6]];
    shift(&mut grid[1]);
    println!("{:?}", grid[1]);
    let corner = grid[0][0];
    grid[0][0] = grid[1][2];
    println!("{grid:?}, {corner} is gone");
}
