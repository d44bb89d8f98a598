//~ family: E0428-item-twice
static COINS: [u32; 4] = [50, 20, 5, 1];

struct Change { coins: Vec<u32>, rest: u32 }

fn give(amount: u32) -> Change {
    let mut change = Change { coins: Vec::new(), rest: amount };
    for coin in COINS {
        while change.rest >= coin {
            change.rest -= coin;
            change.coins.push(coin);
        }
    }
    change
}

fn describe(change: &Change) -> String {
    change.coins.iter().map(u32::to_string).collect::<Vec<_>>().join("+")
}

fn smallest(amounts: &[u32]) -> Option<usize> {
    amounts.iter().map(|amount| give(*amount).coins.len()).min()
}

fn main() {
    println!("{} {:?}", describe(&give(76)), smallest(&[76, 41, 99]));
}
