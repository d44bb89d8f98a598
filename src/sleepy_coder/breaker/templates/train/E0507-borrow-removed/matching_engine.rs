//~ family: E0507-borrow-removed
//~ vary u32: u32 | u64
use std::collections::VecDeque;
use std::mem;

#[derive(Debug, Clone, PartialEq)]
enum Side {
    Buy(String),
    Sell(String),
}

#[derive(Default)]
struct Market {
    waiting: VecDeque<(Side, u32)>,
    traded: Vec<(String, u32)>,
    halted: Option<String>,
}

impl Market {
    fn post(&mut self, side: Side, price: u32) -> Result<(), String> {
        if self.halted.is_some() {
            let reason = self.halted.clone().unwrap_or_default();
            return Err(reason);
        }
        self.waiting.push_back((side, price));
        Ok(())
    }

    fn head(&self) -> &Side {
        let (side, _) = &self.waiting[0];
        side
    }

    fn best(&self, floor: u32) -> Option<Side> {
        let mut best: Option<&(Side, u32)> = None;
        for offer in self.waiting.iter() {
            if offer.1 > best.map_or(floor, |known| known.1) {
                best = Some(offer);
            }
        }
        best.map(|offer| offer.0.clone())
    }

    fn settle(&mut self) -> Vec<(String, u32)> {
        while let Some((Side::Buy(who) | Side::Sell(who), price)) = self.waiting.pop_front() {
            self.traded.push((who, price));
        }
        mem::take(&mut self.traded)
    }

    fn resume(&mut self) -> String {
        let reason = self.halted.take();
        reason.map_or_else(|| "open".to_string(), |text| text + " is over")
    }
}

fn main() {
    let mut market = Market { halted: Some("lunch".to_string()), ..Default::default() };
    println!("{:?} {}", market.post(Side::Buy("ann".to_string()), 4), market.resume());
    for (side, price) in [(Side::Sell("bob".to_string()), 12), (Side::Buy("cy".to_string()), 9)] {
        println!("{}", market.post(side, price).is_ok());
    }
    println!("{:?} {:?}", market.head(), market.best(10));
    println!("{:?}", market.settle());
}
