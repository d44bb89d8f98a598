//~ family: E0434-closure-removed
struct Parcel {
    grams: u32,
    fragile: bool,
}

fn postage(parcels: &[Parcel], base: u32) -> u32 {
    let price = |parcel: &Parcel| -> u32 {
        let extra = if parcel.fragile { 200 } else { 0 };
        base + parcel.grams / 10 + extra
    };
    parcels.iter().map(price).sum()
}

fn main() {
    let parcels = [Parcel { grams: 900, fragile: false }, Parcel { grams: 250, fragile: true }];
    println!("{} {}", postage(&parcels, 100), postage(&parcels[..1], 50));
}
