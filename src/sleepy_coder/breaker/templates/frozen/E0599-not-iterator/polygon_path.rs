//~ family: E0599-not-iterator
//~ vary i64: i64 | i32 | f64
struct Polygon {
    corners: Vec<(i64, i64)>,
}

impl Polygon {
    fn doubled_area(&self) -> i64 {
        let shifted = self.corners.iter().copied().cycle().skip(1);
        self.corners.iter().copied().zip(shifted).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
    }
}

fn main() {
    let mut polygon = Polygon { corners: Vec::new() };
    let (zero, width, height) = (0 as i64, 14 as i64, 9 as i64);
    polygon.corners.push((zero, zero));
    polygon.corners.push((width, zero));
    polygon.corners.push((width, height));
    println!("doubled area {}", polygon.doubled_area());
}
