//~ family: E0596-mut-removed
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

#[derive(Debug, Default)]
struct Inventory {
    shelves: HashMap<u16, Vec<String>>,
    empty: BTreeSet<u16>,
}

impl Inventory {
    fn store(&mut self, shelf: u16, thing: impl Into<String>) -> &mut Self {
        self.empty.remove(&shelf);
        self.shelves.entry(shelf).or_default().push(thing.into());
        self
    }

    fn take(&mut self, shelf: u16) -> Option<String> {
        let things = self.shelves.get_mut(&shelf)?;
        let thing = things.pop();
        if things.is_empty() {
            self.empty.insert(shelf);
        }
        thing
    }

    fn with_shelves(mut self, shelves: &[u16]) -> Self {
        self.empty.extend(shelves);
        self
    }
}

fn report(inventory: &Inventory, mut out: String) -> Result<String, std::fmt::Error> {
    for (shelf, things) in &inventory.shelves {
        writeln!(out, "{shelf}: {}", things.join(","))?;
    }
    Ok(out)
}

fn main() -> Result<(), std::fmt::Error> {
    let mut inventory = Inventory::default().with_shelves(&[1, 2]);
    inventory.store(1, "rope").store(1, String::from("oil"));
    println!("{:?} {:?}", inventory.take(1), inventory.take(7));
    print!("{}", report(&inventory, String::new())?);
    Ok(())
}
