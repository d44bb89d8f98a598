//~ family: E0107-argument-added
#[derive(Debug)]
struct Meters<T> {
    value: T,
}

struct Road {
    legs: Vec<Meters<f64>>,
}

impl<T: Copy> Meters<T> {
    fn get(&self) -> T {
        self.value
    }
}

impl Road {
    fn length(&self) -> Meters<f64> {
        Meters { value: self.legs.iter().map(|leg| leg.get()).sum() }
    }
}

fn shorter(left: Road, right: Road) -> Road {
    if left.length().value < right.length().value { left } else { right }
}

fn main() {
    let coast = Road { legs: vec![Meters { value: 12.5 }, Meters { value: 8.25 }] };
    let inland = Road { legs: vec![Meters { value: 30.0 }] };
    println!("{:?}", shorter(coast, inland).length());
}
