//~ family: E0277-index-cast
//~ vary i64: i64 | i32 | i16
enum Step {
    Right(i64),
    Down(i64),
}

fn is_wall(rows: &[Vec<bool>], across: i64, down: i64) -> bool {
    rows[down as usize][across as usize]
}

fn main() {
    let rows = vec![
        vec![false, true, false],
        vec![false, false, true],
    ];
    let route = vec![Step::Down(1), Step::Right(1)];
    let (mut across, mut down): (i64, i64) = (0, 0);
    for step in &route {
        match step {
            Step::Right(by) => across += by,
            Step::Down(by) => down += by,
        }
        let blocked = is_wall(&rows, across, down);
        println!("at {},{} wall {}", across, down, blocked);
    }
    let row = &rows[down as usize];
    println!("row is {} wide", row.len());
}
