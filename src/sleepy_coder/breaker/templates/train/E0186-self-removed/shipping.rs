//~ family: E0186-self-removed
struct Package {
    grams: u32,
}

trait Carrier {
    fn price(&self, package: &Package) -> u32;
    fn days(&self, distance: u32) -> u32;
    fn is_insured(&self) -> bool {
        false
    }
}

struct Bicycle;
struct Van {
    surcharge: u32,
}

impl Carrier for Bicycle {
    fn price(&self, package: &Package) -> u32 {
        300 + package.grams / 10
    }

    fn days(&self, distance: u32) -> u32 {
        1 + distance / 20
    }
}

impl Carrier for Van {
    fn price(&self, package: &Package) -> u32 {
        450 + self.surcharge + package.grams / 100
    }

    fn days(&self, distance: u32) -> u32 {
        1 + distance / 400
    }

    fn is_insured(&self) -> bool {
        true
    }
}

fn best<'a>(carriers: &'a [&'a dyn Carrier], package: &Package) -> Option<&'a dyn Carrier> {
    carriers.iter().copied().min_by_key(|carrier| carrier.price(package))
}

fn main() {
    let carriers: [&dyn Carrier; 2] = [&Bicycle, &Van { surcharge: 60 }];
    for grams in [500, 4000] {
        if let Some(carrier) = best(&carriers, &Package { grams }) {
            println!("{grams}: {} days, insured {}", carrier.days(80), carrier.is_insured());
        }
    }
}
