//~ family: E0428-item-twice
mod math {
    pub const SCALE: i64 = 100;

    pub fn to_fixed(value: f64) -> i64 {
        (value * SCALE as f64).round() as i64
    }

    pub fn mul(left: i64, right: i64) -> i64 {
        left * right / SCALE
    }
}

type Fixed = i64;

fn area(width: Fixed, height: Fixed) -> Fixed {
    math::mul(width, height)
}

fn main() {
    let (width, height) = (math::to_fixed(2.5), math::to_fixed(4.2));
    println!("{} in units of 1/{}", area(width, height), math::SCALE);
}
