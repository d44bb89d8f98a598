//~ family: E0308-question-removed
//~ vary BTreeMap: BTreeMap | HashMap
//~ vary Wanda: Wanda | Ingrid | Salma
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Badge(u32);

struct Office {
    bosses: BTreeMap<&'static str, &'static str>,
    badges: BTreeMap<&'static str, Badge>,
}

impl Office {
    fn boss_of(&self, worker: &str) -> Option<&'static str> {
        self.bosses.get(worker).copied()
    }

    fn badge_of(&self, worker: &str) -> Option<Badge> {
        self.badges.get(worker).copied()
    }

    fn grand_boss_badge(&self, worker: &str) -> Option<Badge> {
        let boss: &str = self.boss_of(worker)?;
        let grand: &str = self.boss_of(boss)?;
        self.badge_of(grand)
    }

    fn badge_sum(&self, one: &str, other: &str) -> Option<u32> {
        let Badge(left) = self.badge_of(one)?;
        let Badge(right) = self.badge_of(other)?;
        Some(left + right)
    }
}

fn main() {
    let bosses = BTreeMap::from([("Kim", "Raul"), ("Raul", "Wanda")]);
    let badges = BTreeMap::from([("Wanda", Badge(7)), ("Kim", Badge(31))]);
    let office = Office { bosses, badges };
    println!("{:?} {:?}", office.grand_boss_badge("Kim"), office.grand_boss_badge("Raul"));
    println!("{:?}", office.badge_sum("Kim", "Wanda"));
}
