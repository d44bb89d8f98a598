//~ family: E0308-if-assign
fn flood(map: &mut Vec<Vec<char>>, row: usize, column: usize) -> usize {
    let here = map[row][column];
    if here == '.' {
        return 0;
    }
    map[row][column] = '.';
    let mut size = 1;
    if row > 0 {
        size += flood(map, row - 1, column);
    }
    if row + 1 < map.len() {
        size += flood(map, row + 1, column);
    }
    if column + 1 < map[row].len() {
        size += flood(map, row, column + 1);
    }
    size
}

fn main() {
    let mut map: Vec<Vec<char>> = ["##.", ".#.", "..#"].iter().map(|line| line.chars().collect()).collect();
    let size = flood(&mut map, 0, 0);
    if size == 3 {
        println!("a small island");
    } else {
        println!("size {size}");
    }
}
