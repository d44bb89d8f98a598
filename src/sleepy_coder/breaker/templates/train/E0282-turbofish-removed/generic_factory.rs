//~ family: E0282-turbofish-removed
use std::any::type_name;
use std::mem::size_of;

trait Unit {
    const NAME: &'static str;
    fn build() -> Self;
}

#[derive(Debug)]
struct Archer;

#[derive(Debug)]
struct Tower {
    height: u32,
}

impl Unit for Archer {
    const NAME: &'static str = "archer";
    fn build() -> Self {
        Archer
    }
}

impl Unit for Tower {
    const NAME: &'static str = "tower";
    fn build() -> Self {
        Tower { height: 30 }
    }
}

fn cost<U: Unit>() -> usize {
    U::NAME.len() * 5 + size_of::<U>()
}

fn squad<U: Unit + std::fmt::Debug>(size: usize) -> Vec<String> {
    let built: Vec<U> = (0..size).map(|_| U::build()).collect();
    built.iter().map(|unit| format!("{unit:?}")).collect()
}

fn main() {
    let total = cost::<Archer>() * 3 + cost::<Tower>();
    println!("{total} {}", type_name::<Archer>().len());
    for line in squad::<Archer>(2) {
        println!("{line}");
    }
    let empty = Vec::<Tower>::with_capacity(4);
    println!("{:?} {}", squad::<Tower>(1), empty.len());
    println!("{}", Tower::build().height);
}
