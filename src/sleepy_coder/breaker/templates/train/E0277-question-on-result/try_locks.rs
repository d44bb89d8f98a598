//~ family: E0277-question-on-result
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Mutex, OnceLock};

static TOTALS: OnceLock<Mutex<Vec<u64>>> = OnceLock::new();

#[derive(Clone)]
struct Wallet {
    coins: Rc<RefCell<Vec<u64>>>,
}

impl Wallet {
    fn spend(&self, amount: u64) -> Option<u64> {
        let mut coins = self.coins.try_borrow_mut().ok()?;
        coins.sort_unstable();
        let at = coins.binary_search(&amount).ok()?;
        Some(coins.remove(at))
    }

    fn into_coins(self) -> Option<Vec<u64>> {
        let cell = Rc::try_unwrap(self.coins).ok()?;
        Some(cell.into_inner())
    }
}

fn note(amount: u64) -> Option<usize> {
    let totals = TOTALS.get_or_init(Mutex::default);
    totals.lock().ok()?.push(amount);
    if amount > 10 {
        return Some(totals.try_lock().ok()?.iter().filter(|total| **total > 10).count());
    }
    None
}

fn main() {
    let wallet = Wallet { coins: Rc::new(RefCell::new(vec![20, 5])) };
    let copy = wallet.clone();
    println!("{:?} {:?}", wallet.spend(20).and_then(note), copy.spend(7));
    println!("{:?} {:?}", copy.into_coins(), wallet.into_coins());
}
