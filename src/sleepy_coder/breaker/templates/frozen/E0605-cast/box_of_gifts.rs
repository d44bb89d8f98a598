//~ family: E0605-cast
//~ vary f64: f64 | f32
trait Gift {
    fn wrap(self: Box<Self>) -> String;
}

struct Toy {
    brand: String,
}
struct Voucher(f64);

impl Gift for Toy {
    fn wrap(self: Box<Self>) -> String {
        let paper = if self.brand.is_empty() { "plain" } else { "shiny" };
        let brand = self.brand;
        format!("{} toy in {} paper", brand, paper)
    }
}

impl Gift for Voucher {
    fn wrap(self: Box<Self>) -> String {
        let value = format!("{:.2}", self.0);
        format!("voucher of {}", value)
    }
}

fn main() {
    let gifts: Vec<Box<dyn Gift>> = vec![Box::new(Toy { brand: "Brio".into() }), Box::new(Voucher(25.0))];
    for gift in gifts {
        let parcel = gift.wrap();
        println!("{}", parcel);
    }
}
