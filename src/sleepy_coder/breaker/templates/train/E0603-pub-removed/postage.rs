//~ family: E0603-pub-removed
//~ vary u32: u32 | u64 | i32
//~ vary parcel: parcel | crate_box | bundle
mod tariff {
    pub const BASE: u32 = 3;

    pub struct Quote {
        pub cents: u32,
    }

    pub fn by_weight(grams: u32) -> Quote {
        let steps = grams / 20 + 1;
        Quote { cents: BASE * steps + surcharge(grams) }
    }

    fn surcharge(grams: u32) -> u32 {
        if grams > 70 { 15 } else { 0 }
    }
}

fn describe(label: &str, grams: u32) -> String {
    let quote = tariff::by_weight(grams);
    format!("{label} of {grams} g costs {} cents", quote.cents)
}

fn main() {
    let shipments = [("letter", 18), ("parcel", 85), ("card", 6)];
    for (label, grams) in shipments {
        println!("{}", describe(label, grams));
    }
    println!("never below {}", tariff::BASE);
}
