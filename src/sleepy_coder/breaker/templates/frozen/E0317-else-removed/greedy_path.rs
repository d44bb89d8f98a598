//~ family: E0317-else-removed
const ROWS: [[i32; 3]; 3] = [[2, 9, 1], [5, 0, 3], [4, 4, 8]];

fn lower(one: i32, other: i32) -> i32 {
    if one <= other { one } else { other }
}

fn descent() -> i32 {
    let mut sum = 0;
    for row in ROWS {
        let mut least = row[0];
        for value in row {
            least = if value < least { value } else { least };
        }
        sum += least;
    }
    sum
}

fn main() {
    println!("{} {}", descent(), lower(descent(), 10));
}
