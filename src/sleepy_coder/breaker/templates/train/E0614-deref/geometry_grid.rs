//~ family: E0614-deref
//~ vary i32: i32 | i64 | i16
use std::ops::Sub;

const ORIGIN: Spot = Spot { x: 0, y: 0 };
static MARGIN: i32 = 2;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Spot {
    x: i32,
    y: i32,
}

impl Sub for Spot {
    type Output = Spot;

    fn sub(self, other: Spot) -> Spot {
        Spot { x: self.x - other.x, y: self.y - other.y }
    }
}

fn distance(from: Spot, to: Spot) -> i32 {
    let gap = to - from;
    i32::max(gap.x.abs(), gap.y.abs())
}

fn nearest(spots: &[Spot], limit: i32) -> Result<Spot, i32> {
    let mut best = (ORIGIN, i32::MAX);
    for &spot in spots {
        let away = distance(ORIGIN, spot);
        if away < best.1 {
            best = (spot, away);
        }
    }
    let (spot, away) = best;
    match away > limit + MARGIN {
        true => Err(away),
        false => Ok(spot),
    }
}

fn main() {
    let spots = [Spot { x: 4, y: -9 }, Spot { x: -3, y: 5 }];
    for limit in 1..6 {
        println!("{:?}", nearest(&spots, limit));
    }
}
