//~ family: E0594-mut-removed
//~ vary i32: i32 | i64
#[derive(Debug, Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

fn mirrored(point: Point) -> Point {
    let mut copy = point;
    copy.x = -copy.x;
    copy
}

fn moved(mut point: Point, steps: i32) -> Point {
    for step in 0..steps {
        if step % 2 == 0 {
            point.x += 1;
        } else {
            point.y -= 1;
        }
    }
    point
}

fn main() {
    let start = Point { x: 4, y: 9 };
    println!("{:?} {:?}", mirrored(start), moved(start, 5));
}
