//~ family: E0381-initialiser-removed
//~ vary f64: f64 | f32
#[derive(Clone, Copy, Default)]
struct Point {
    x: f64,
    y: f64,
}

struct Polygon<'p> {
    corners: &'p [Point],
}

impl Polygon<'_> {
    fn area(&self) -> f64 {
        let mut doubled: f64 = 0.0;
        let mut previous: Point = Point::default();
        for corner in self.corners {
            doubled += previous.x * corner.y - corner.x * previous.y;
            previous = *corner;
        }
        doubled.abs() / 2.0
    }

    fn bends(&self) -> (usize, usize) {
        let mut left: usize = 0;
        let mut right: usize = 0;
        self.corners.windows(3).for_each(|trio| {
            let (one, two) = (trio[1].x - trio[0].x, trio[2].x - trio[1].x);
            if one < two {
                left += 1;
            } else {
                right += 1;
            }
        });
        (left, right)
    }
}

fn main() {
    let corners = [(4.0, 0.0), (4.0, 3.0), (1.0, 5.0), (0.0, 2.5)].map(|(x, y)| Point { x, y });
    let polygon = Polygon { corners: &corners };
    println!("{:.1} {:?}", polygon.area(), polygon.bends());
}
