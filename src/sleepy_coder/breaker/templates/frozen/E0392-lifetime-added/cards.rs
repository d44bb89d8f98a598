//~ family: E0392-lifetime-added
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Suit {
    Cups,
    Coins,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Card(u8, Suit);

struct Trick<const PLAYERS: usize> {
    cards: [Card; PLAYERS],
}

mod rules {
    use super::{Card, Suit};

    pub struct Rules {
        pub trump: Suit,
        pub aces_high: bool,
    }

    pub fn strength(card: Card, rules: &Rules) -> u8 {
        let rank = if rules.aces_high && card.0 == 1 { 14 } else { card.0 };
        if card.1 == rules.trump { rank + 20 } else { rank }
    }
}

fn winner<const PLAYERS: usize>(trick: &Trick<PLAYERS>, rules: &rules::Rules) -> Option<usize> {
    (0..PLAYERS).max_by_key(|player| rules::strength(trick.cards[*player], rules))
}

fn main() {
    let trick = Trick { cards: [Card(9, Suit::Cups), Card(1, Suit::Cups), Card(3, Suit::Coins)] };
    for (trump, aces_high) in [(Suit::Coins, true), (Suit::Cups, true), (Suit::Cups, false)] {
        println!("{:?}", winner(&trick, &rules::Rules { trump, aces_high }));
    }
}
