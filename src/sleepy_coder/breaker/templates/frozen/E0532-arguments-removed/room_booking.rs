//~ family: E0532-arguments-removed
//~ vary u8: u8 | u32
struct Guest(&'static str, u8);

enum Slot {
    Booked(Guest),
    Blocked(String),
    Free,
}

fn free(slots: &[Slot]) -> usize {
    let taken = slots.iter().filter(|slot| match slot {
        Slot::Booked(_) => true,
        Slot::Blocked(_) => true,
        Slot::Free => false,
    });
    slots.len() - taken.count()
}

fn beds(slots: &[Slot]) -> u8 {
    slots.iter().map(|slot| if let Slot::Booked(Guest(_, beds)) = slot { *beds } else { 0 }).sum()
}

fn main() {
    let slots =
        vec![Slot::Booked(Guest("Vera", 2)), Slot::Free, Slot::Blocked("paint".to_string()), Slot::Free];
    println!("{} {}", free(&slots), beds(&slots));
}
