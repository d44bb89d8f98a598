//~ family: E0277-compare-reference
//~ vary u8: u8 | i32 | u32
trait Rule {
    fn matches(&self, dice: &[u8]) -> bool;
}

struct Count(u8, usize);
struct Never(u8);

impl Rule for Count {
    fn matches(&self, dice: &[u8]) -> bool {
        let Count(face, times) = self;
        dice.iter().filter(|die| *die == face).count() == *times
    }
}

impl Rule for Never {
    fn matches(&self, dice: &[u8]) -> bool {
        !dice.iter().any(|die| *die == self.0)
    }
}

fn main() {
    let rules: Vec<Box<dyn Rule>> = vec![Box::new(Count(6, 2)), Box::new(Never(1))];
    for dice in [[6, 3, 6], [1, 6, 2]] {
        let hits: Vec<bool> = rules.iter().map(|rule| rule.matches(&dice)).collect();
        println!("{hits:?}");
    }
}
