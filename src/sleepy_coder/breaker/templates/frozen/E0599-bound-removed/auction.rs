//~ family: E0599-bound-removed
trait Bidder {
    fn bid(&self, price: u64) -> Option<u64>;
    fn label(&self) -> char;
}

struct Steady(char, u64);

impl Bidder for Steady {
    fn bid(&self, price: u64) -> Option<u64> {
        (price + 5 <= self.1).then_some(price + 5)
    }
    fn label(&self) -> char {
        self.0
    }
}

struct Auction<B> {
    bidders: Vec<B>,
    price: u64,
}

impl<B: Bidder> Auction<B> {
    fn round(&mut self) -> Option<usize> {
        let mut winner = None;
        for (place, bidder) in self.bidders.iter().enumerate() {
            if let Some(higher) = bidder.bid(self.price) {
                self.price = higher;
                winner = Some(place);
            }
        }
        winner
    }
}

fn labels<B: Bidder>(bidders: &[B]) -> String {
    bidders.iter().map(|bidder| bidder.label()).collect()
}

fn main() {
    let mut auction = Auction { bidders: vec![Steady('k', 40), Steady('m', 65)], price: 30 };
    let mut last = None;
    while let Some(winner) = auction.round() {
        last = Some(winner);
    }
    println!("{} {:?} of {}", auction.price, last, labels(&auction.bidders));
}
