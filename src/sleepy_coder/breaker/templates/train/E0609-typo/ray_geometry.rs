//~ family: E0609-typo
//~ vary i32: i32 | i64 | i16
//~ vary Wall: Wall | Fence | Hedge
use std::ops::Sub;

#[derive(Debug, Clone, Copy)]
struct Vector {
    horizontal: i32,
    vertical: i32,
}

enum Obstacle {
    Wall { corner: Vector },
    Gap,
}

impl Sub for Vector {
    type Output = Vector;

    fn sub(self, other: Vector) -> Vector {
        let horizontal = self.horizontal - other.horizontal;
        Vector { horizontal, vertical: self.vertical - other.vertical }
    }
}

fn cross(left: &Vector, right: &Vector) -> i32 {
    left.horizontal * right.vertical - left.vertical * right.horizontal
}

fn visible(eye: Vector, target: Vector, obstacle: &Obstacle) -> bool {
    match obstacle {
        Obstacle::Gap => true,
        Obstacle::Wall { corner } => cross(&(target - eye), &(*corner - eye)) > cross(&eye, &eye),
    }
}

fn main() {
    let eye = Vector { horizontal: 1, vertical: 1 };
    let target = Vector { horizontal: 8, vertical: 5 };
    let wall = Obstacle::Wall { corner: Vector { horizontal: 4, vertical: 9 } };
    println!("{} {}", visible(eye, target, &wall), visible(eye, target, &Obstacle::Gap));
    println!("{:?}", target - eye);
}
