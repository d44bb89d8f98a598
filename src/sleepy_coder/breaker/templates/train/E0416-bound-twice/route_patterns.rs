//~ family: E0416-bound-twice
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point(i32, i32, i32);

enum Move {
    Jump(Point),
    Slide(Point, u8),
    Turn { by: (i32, i32) },
}

fn height(step: &Move) -> i32 {
    match step {
        Move::Jump(Point(_, _, z)) => *z,
        Move::Slide(Point(x, _, z), 2) if *x > 0 => *z,
        Move::Slide(_, count) => i32::from(*count),
        Move::Turn { by: (degrees, _) } => *degrees / 90,
    }
}

fn flat(points: &[Point]) -> Vec<(i32, i32)> {
    let mut flat = Vec::new();
    for Point(x, y, _) in points {
        flat.push((*x, *y));
    }
    flat
}

fn main() {
    let here = Point(3, 4, 12);
    let steps = [
        Move::Jump(here),
        Move::Slide(Point(-1, 5, 7), 2),
        Move::Turn { by: (180, 0) },
    ];
    for step in &steps {
        println!("{}", height(step));
    }
    let Point(x, _, z) = here;
    println!("{:?} {}", flat(&[here, Point(x, z, 1)]), x + z);
}
