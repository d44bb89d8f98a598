//~ family: E0507-match-borrow-removed
#[derive(Debug)]
struct Item {
    name: String,
    charges: Option<u8>,
}

struct Player {
    hands: (Option<Item>, Option<Item>),
    pack: Vec<Item>,
}

impl Player {
    fn holding(&self) -> Vec<&str> {
        let (left, right) = &self.hands;
        [left, right].into_iter().flatten().map(|item| item.name.as_str()).collect()
    }

    fn use_left(&mut self) -> bool {
        if let Some(item) = &mut self.hands.0 {
            item.charges = item.charges.map(|left| left.saturating_sub(1));
            return true;
        }
        false
    }

    fn weight(&self) -> usize {
        let mut sum = 0;
        for at in 0..self.pack.len() {
            let Item { name, .. } = &self.pack[at];
            sum += name.len();
        }
        let bonus = match &self.hands.1 {
            Some(Item { name, charges: Some(_) }) => name.len() * 2,
            Some(_) => 1,
            None => 0,
        };
        sum + bonus
    }
}

fn main() {
    let lamp = Item { name: "lamp".into(), charges: Some(4) };
    let rope = Item { name: "rope".into(), charges: None };
    let mut player = Player { hands: (Some(lamp), None), pack: vec![rope] };
    println!("{} {:?} {}", player.use_left(), player.holding(), player.weight());
    println!("{:?}", player.hands.0);
}
