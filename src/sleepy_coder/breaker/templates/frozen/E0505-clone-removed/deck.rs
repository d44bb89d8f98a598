//~ family: E0505-clone-removed
#[derive(Debug, Clone, PartialEq)]
enum Card {
    Number(u8),
    Joker(String),
}

struct Hand(Vec<Card>);

fn shuffled(hand: Vec<Card>) -> Vec<Card> {
    let half = hand.len() / 2;
    let (front, back) = hand.split_at(half);
    back.iter().chain(front).cloned().collect()
}

fn main() {
    let hand = Hand(vec![Card::Number(7), Card::Joker("fool".to_string()), Card::Number(2)]);
    let top = hand.0.first();
    let mixed = shuffled(hand.0.clone());
    println!("{:?} then {:?}", top, mixed.first());
    let cards = hand.0;
    let jokers: Vec<&Card> = cards.iter().filter(|card| matches!(card, Card::Joker(_))).collect();
    let again = shuffled(cards.clone());
    println!("{} of {} are jokers: {:?}", jokers.len(), again.len(), jokers);
}
