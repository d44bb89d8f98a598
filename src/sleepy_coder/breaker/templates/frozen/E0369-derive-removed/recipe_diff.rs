//~ family: E0369-derive-removed
//~ vary grams: grams | ounces | spoons
#[derive(Clone, Debug, PartialEq)]
enum Quantity {
    Weight { grams: u32 },
    Pieces(u32),
    ToTaste,
}

trait Describe {
    fn describe(&self) -> String;
}

impl Describe for Quantity {
    fn describe(&self) -> String {
        match self {
            Quantity::Weight { grams } => format!("{grams} grams"),
            Quantity::Pieces(pieces) => format!("{pieces} pieces"),
            Quantity::ToTaste => "to taste".to_string(),
        }
    }
}

fn changes<'a>(before: &'a [Quantity], after: &'a [Quantity]) -> impl Iterator<Item = (&'a Quantity, &'a Quantity)> {
    before.iter().zip(after).filter(|(left, right)| left != right)
}

fn main() {
    let before = vec![Quantity::Weight { grams: 250 }, Quantity::Pieces(3), Quantity::ToTaste];
    let mut after = before.clone();
    after.reverse();
    for (left, right) in changes(&before, &after) {
        println!("{} -> {}", left.describe(), right.describe());
    }
}
