//~ family: E0505-use-removed
//~ edition: 2024
use std::collections::BTreeMap;

struct Ledger {
    accounts: BTreeMap<String, i64>,
    opened: usize,
}

impl Ledger {
    fn totals(&self) -> impl Iterator<Item = i64> + use<> {
        self.accounts.values().copied().collect::<Vec<_>>().into_iter()
    }

    fn namer(&self) -> impl Fn(&str) -> String + use<> {
        let opened = self.opened;
        move |kind| format!("{kind}-{opened}")
    }

    fn close(self) -> usize {
        self.accounts.len()
    }
}

fn audit(ledger: Ledger) -> (i64, usize) {
    let totals = ledger.totals();
    let count = ledger.close();
    (totals.sum(), count)
}

fn main() {
    let accounts = BTreeMap::from([("till".to_string(), 40), ("safe".to_string(), 900)]);
    let ledger = Ledger { accounts, opened: 7 };
    let name = ledger.namer();
    let moved = ledger;
    println!("{} {:?}", name("box"), audit(moved));
}
