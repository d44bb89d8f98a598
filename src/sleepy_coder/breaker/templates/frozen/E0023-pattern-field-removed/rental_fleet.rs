//~ family: E0023-pattern-field-removed
//~ vary Kayak: Kayak | Canoe | Pedalo
//~ vary lake: lake | river | bay
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Craft {
    Kayak,
    Sailboat,
}

struct Rental(Craft, u32, Option<&'static str>);

fn hours_by_craft(rentals: &[Rental]) -> BTreeMap<Craft, u32> {
    rentals.iter().fold(BTreeMap::new(), |mut ledger, Rental(craft, hours, _)| {
        *ledger.entry(*craft).or_insert(0) += hours;
        ledger
    })
}

fn complaint(rental: &Rental) -> Option<String> {
    if let Rental(craft, _, Some(remark)) = rental {
        return Some(format!("{craft:?}: {remark}"));
    }
    None
}

fn main() {
    let rentals = vec![Rental(Craft::Sailboat, 6, None), Rental(Craft::Kayak, 2, Some("leaks on the lake"))];
    for (craft, hours) in hours_by_craft(&rentals) {
        println!("{craft:?} out for {hours} h");
    }
    rentals.iter().filter_map(complaint).for_each(|remark| println!("! {remark}"));
}
