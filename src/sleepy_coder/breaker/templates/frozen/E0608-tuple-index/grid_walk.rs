//~ family: E0608-tuple-index
enum Turn {
    Left,
    Right,
}

fn walk(turns: &[Turn]) -> (i32, i32) {
    let mut at = (0, 0);
    let mut facing = (0, 1);
    for turn in turns {
        let (x, y) = facing;
        facing = match turn {
            Turn::Left => (-y, x),
            Turn::Right => (y, -x),
        };
        at = (at.0 + facing.0, at.1 + facing.1 * 2);
    }
    at
}

fn main() {
    let end = walk(&[Turn::Right, Turn::Left, Turn::Left]);
    let distance = i32::abs(end.0) + i32::abs(end.1);
    println!("{end:?} {distance}");
}
