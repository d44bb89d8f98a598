//~ family: E0063-field
//~ vary f64: f64 | f32 | i32
#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

struct Segment {
    tail: Point,
    head: Point,
}

fn shifted(point: Point, by: f64) -> Point {
    let x = point.x + by;
    let y = point.y + by;
    Point { x, y }
}

fn segment(tail: Point, by: f64) -> Segment {
    let head = shifted(tail, by);
    Segment { tail, head }
}

fn main() {
    let origin = Point { x: 0 as f64, y: 1 as f64 };
    let line = segment(origin, 4 as f64);
    println!("({}, {}) to ({}, {})", line.tail.x, line.tail.y, line.head.x, line.head.y);
}
