//~ family: E0507-match-borrow-removed
struct Badge {
    text: Result<String, u8>,
}

impl Badge {
    fn width(&self) -> usize {
        if let Ok(text) = &self.text { text.len() } else { 1 }
    }
}

fn main() {
    let badges = [Badge { text: Ok(String::from("staff")) }, Badge { text: Err(4) }];
    for badge in badges.iter() {
        println!("{}", badge.width());
    }
}
