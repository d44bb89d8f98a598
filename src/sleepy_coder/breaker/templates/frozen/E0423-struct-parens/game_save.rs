//~ family: E0423-struct-parens
//~ vary u8: u8 | u16 | u32
mod save {
    #[derive(Debug)]
    pub struct Slot {
        pub hero: &'static str,
        pub stage: u8,
    }

    pub fn fresh(hero: &'static str) -> Slot {
        Slot { hero, stage: 1 }
    }

    pub fn advance(slot: Slot, stages: u8) -> Slot {
        Slot { stage: slot.stage + stages, hero: slot.hero }
    }
}

fn main() {
    let first = save::fresh("Brin");
    let later = save::advance(first, 3);
    println!("{later:?}");
}
