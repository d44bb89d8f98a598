//~ family: parse-comparison
const SIZE: usize = 3;
const CENTRE: bool = SIZE % 2 != 0;

fn classify(grid: &[[char; SIZE]; SIZE]) -> &'static str {
    match (grid[0][0], grid[1][1]) {
        (corner, middle) if corner == middle && corner != '.' => "diagonal",
        ('.', _) => "open",
        (_, middle) => {
            if CENTRE && middle == '.' {
                return "hollow";
            }
            "mixed"
        }
    }
}

fn differing(left: &[char], right: &[char]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at != left.len().min(right.len()) {
        count += usize::from(left[at] != right[at]);
        at += 1;
    }
    count
}

fn main() {
    let grid = [['x', '.', '.'], ['o', 'x', '.'], ['.', 'o', 'x']];
    let full = (0..SIZE).filter(|row| grid[*row].iter().all(|cell| cell != &'.')).count();
    println!("{} {}", classify(&grid), differing(&grid[0], &grid[1]));
    assert_eq!(full == 0, true);
}
