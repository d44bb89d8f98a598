//~ family: parse-comma
#[derive(Debug)]
enum Vehicle {
    Bike,
    Car,
    Lorry,
}

struct Tariff {
    base: u32,
    per_metre: u32,
    night: bool,
}

fn price(tariff: &Tariff, vehicle: &Vehicle, metres: u32) -> u32 {
    let weight = match vehicle {
        Vehicle::Bike => 1,
        Vehicle::Car => 3,
        Vehicle::Lorry => 8,
    };
    let fee = tariff.base + tariff.per_metre * metres * weight;
    if tariff.night { fee * 2 } else { fee }
}

fn main() {
    let tariff = Tariff { base: 12, per_metre: 4, night: false };
    let rows = [(Vehicle::Bike, 2), (Vehicle::Car, 5), (Vehicle::Lorry, 14)];
    for (vehicle, metres) in &rows {
        println!("{:?}: {}", vehicle, price(&tariff, vehicle, *metres));
    }
    println!("night {}", Tariff { night: true, ..tariff }.night);
}
