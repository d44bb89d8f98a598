//~ family: E0004-guard
#[derive(Debug, Clone, Copy)]
enum Bid {
    Raise(u32),
    Pass,
}

fn accept(current: u32, bid: Bid) -> u32 {
    match bid {
        Bid::Pass => current,
        Bid::Raise(amount) if amount <= current => current,
        Bid::Raise(amount) => amount,
    }
}

fn main() {
    let bids = [Bid::Raise(20), Bid::Raise(15), Bid::Pass, Bid::Raise(44)];
    let price = bids.into_iter().fold(10, accept);
    println!("{price}");
}
