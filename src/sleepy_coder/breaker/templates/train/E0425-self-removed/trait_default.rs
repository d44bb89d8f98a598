//~ family: E0425-self-removed
//~ vary f64: f64 | f32
use std::ops::{AddAssign, Deref, Mul, Neg};

trait Solid {
    fn base(&self) -> f64;
    fn height(&self) -> f64;

    fn volume(&self) -> f64 {
        self.base() * self.height()
    }

    fn is_flat(&self) -> bool {
        let ratio = self.height() / self.base();
        ratio < 0.1
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Brick {
    sides: (f64, f64),
    tall: f64,
}

impl Solid for Brick {
    fn base(&self) -> f64 {
        let (wide, deep) = self.sides;
        wide * deep
    }

    fn height(&self) -> f64 {
        self.tall
    }
}

impl Mul<f64> for Brick {
    type Output = Brick;

    fn mul(self, by: f64) -> Brick {
        Brick { tall: self.tall * by, ..self }
    }
}

impl Neg for Brick {
    type Output = Self;
    fn neg(self) -> Self {
        Self { tall: -self.tall, sides: (self.sides.1, self.sides.0) }
    }
}

impl AddAssign<f64> for Brick {
    fn add_assign(&mut self, more: f64) {
        self.sides.0 += more;
    }
}

struct Pile<S> {
    solids: Vec<S>,
}

impl<S: Solid> Deref for Pile<S> {
    type Target = [S];
    fn deref(&self) -> &[S] {
        &self.solids
    }
}

fn main() {
    let mut brick = Brick { sides: (2.0, 1.5), tall: 0.5 } * 2.0;
    brick += 1.0;
    let pile = Pile { solids: vec![brick, -brick] };
    println!("{} {} {}", pile[0].volume(), pile[1].is_flat(), pile.iter().map(Solid::base).sum::<f64>());
}
