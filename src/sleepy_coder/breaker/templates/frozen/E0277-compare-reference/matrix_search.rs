//~ family: E0277-compare-reference
fn find(matrix: &[Vec<i64>], wanted: i64) -> Option<(usize, usize)> {
    for (row, line) in matrix.iter().enumerate() {
        if let Some(column) = line.iter().position(|value| *value == wanted) {
            return Some((row, column));
        }
    }
    None
}

fn blank(line: &[i64]) -> bool {
    let mut blank = true;
    for value in line {
        blank = blank && *value == 0;
    }
    blank
}

fn main() {
    let matrix = vec![vec![0, 0], vec![7, -4]];
    println!("{:?} {:?}", find(&matrix, -4), find(&matrix, 5));
    println!("{} {}", blank(&matrix[0]), blank(&matrix[1]));
}
