//~ family: E0062-field-twice
//~ vary f64: f64 | f32 | i32
#[derive(Debug, Clone, Copy, PartialEq)]
struct Vec3 {
    x: f64,
    y: f64,
    z: f64,
}

impl Vec3 {
    fn plus(self, other: Vec3) -> Vec3 {
        Vec3 { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

fn scaled(v: Vec3, by: f64) -> Vec3 {
    Vec3 {
        x: v.x * by,
        y: v.y * by,
        z: v.z * by,
    }
}

fn main() {
    let unit = Vec3 { x: 1 as f64, y: 0 as f64, z: 0 as f64 };
    let sum = scaled(unit, 4 as f64).plus(unit);
    println!("{:?}", sum);
    println!("{}", sum == unit);
}
