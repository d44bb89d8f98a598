//~ family: E0434-closure-removed
#[derive(Clone, Copy)]
struct Spot {
    x: f64,
    y: f64,
}

fn nearest(spots: &[Spot], home: Spot) -> Option<f64> {
    let distance = |spot: &Spot| -> f64 {
        let Spot { x, y } = home;
        ((spot.x - x).powi(2) + (spot.y - y).powi(2)).sqrt()
    };
    spots.iter().map(distance).reduce(f64::min)
}

fn main() {
    let spots = [Spot { x: 3.0, y: 4.0 }, Spot { x: -6.0, y: 8.0 }];
    println!("{:?}", nearest(&spots, Spot { x: 0.0, y: 0.0 }));
    println!("{:?}", nearest(&[], spots[0]));
}
