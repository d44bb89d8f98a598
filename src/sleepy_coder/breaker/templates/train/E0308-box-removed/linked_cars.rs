//~ family: E0308-box-removed
struct Car {
    load: u32,
    next: Option<Box<Car>>,
}

impl Car {
    fn last(load: u32) -> Car {
        Car { load, next: None }
    }

    fn before(load: u32, rest: Car) -> Car {
        Car { load, next: Some(Box::new(rest)) }
    }

    fn total(&self) -> u32 {
        self.load + self.next.as_ref().map_or(0, |car| car.total())
    }
}

fn main() {
    let train = Car::before(12, Car::before(7, Car::last(30)));
    println!("{}", train.total());
    let single = Car { load: 4, next: Some(Box::new(Car::last(5))) };
    println!("{}", single.total());
}
