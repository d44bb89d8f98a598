//~ family: E0004-range-end
//~ vary i32: i32 | i64 | i16
fn step(offset: i32) -> i32 {
    match offset {
        i32::MIN..=-2 => -2,
        -1..=1 => offset,
        2.. => 2,
    }
}

fn settle(mut offset: i32) -> usize {
    let mut moves = 0;
    while offset != 0 {
        offset -= step(offset);
        moves += 1;
    }
    moves
}

fn main() {
    println!("{} {} {}", settle(7), settle(-2), settle(1));
}
