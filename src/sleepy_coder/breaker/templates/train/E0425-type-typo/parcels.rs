//~ family: E0425-type-typo
struct Parcel {
    weight: f64,
    zone: Zone,
}

enum Zone {
    Local,
    Abroad,
}

fn postage(parcel: &Parcel) -> f64 {
    let rate = match parcel.zone {
        Zone::Local => 1.5,
        Zone::Abroad => 4.0,
    };
    parcel.weight * rate
}

fn heaviest(parcels: Vec<Parcel>) -> Option<Parcel> {
    parcels.into_iter().max_by(|left, right| left.weight.total_cmp(&right.weight))
}

fn main() {
    let parcels = vec![Parcel { weight: 2.0, zone: Zone::Abroad }, Parcel { weight: 3.5, zone: Zone::Local }];
    let sum: f64 = parcels.iter().map(postage).sum();
    println!("{sum:.2}");
    if let Some(parcel) = heaviest(parcels) {
        println!("{:.2}", postage(&parcel));
    }
}
