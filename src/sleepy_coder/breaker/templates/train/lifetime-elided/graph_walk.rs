//~ family: lifetime-elided
//~ vary u32: u32 | u64 | usize
use std::collections::BTreeMap;

#[derive(Debug, Default)]
struct Town {
    name: String,
    roads: Vec<u32>,
}

struct Walker {
    here: u32,
    steps: usize,
}

impl Walker {
    fn town<'m>(&self, map: &'m BTreeMap<u32, Town>) -> Option<&'m Town> {
        map.get(&self.here)
    }

    fn step<'m>(&mut self, map: &'m BTreeMap<u32, Town>) -> Result<&'m String, &'static str> {
        let town = map.get(&self.here).ok_or("nowhere")?;
        self.here = *town.roads.first().ok_or("dead end")?;
        self.steps += 1;
        Ok(&town.name)
    }

    fn grow<'m>(&self, map: &'m mut BTreeMap<u32, Town>, name: &str) -> &'m mut Town {
        let town = map.entry(self.here).or_default();
        town.name = name.to_string();
        town
    }
}

fn main() {
    let mut map = BTreeMap::new();
    let mut walker = Walker { here: 1, steps: 0 };
    walker.grow(&mut map, "Ford").roads.push(2);
    println!("{:?}", walker.town(&map).map(|town| town.roads.len()));
    println!("{:?}", walker.step(&map));
    println!("{:?} {}", walker.step(&map).is_err(), walker.steps);
}
