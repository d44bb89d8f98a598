//~ family: E0027-rest-removed
//~ vary f32: f32 | f64
//~ vary pyramid: pyramid | obelisk | arch
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    weight: f32,
}

trait Bounded {
    fn span(&self) -> (f32, f32);
    fn is_flat(&self) -> bool {
        let (wide, tall) = self.span();
        wide > tall * 2.0
    }
}

impl Bounded for Vec<Corner> {
    fn span(&self) -> (f32, f32) {
        let (mut right, mut top) = (0.0, 0.0);
        for corner in self {
            let Corner { x, y, .. } = *corner;
            right = if x > right { x } else { right };
            top = if y > top { y } else { top };
        }
        (right, top)
    }
}

fn main() {
    let pyramid: Vec<Corner> = (0..5).map(|step| step as f32).map(|x| Corner { x, y: x / 2.5, weight: 1.5 }).collect();
    let mass: f32 = pyramid.iter().map(|Corner { weight, .. }| weight).sum();
    println!("pyramid {:?} flat {} mass {mass:.1}", pyramid.span(), pyramid.is_flat());
}
