//~ family: E0505-use-removed
//~ edition: 2024
struct Dice {
    state: u64,
    sides: u64,
}

impl Dice {
    fn rolls(&mut self, count: usize) -> impl Iterator<Item = u64> + use<> {
        let mut made = Vec::with_capacity(count);
        for _ in 0..count {
            self.state = self.state * 29 + 11;
            made.push(self.state % self.sides + 1);
        }
        made.into_iter()
    }

    fn faces(&self) -> impl DoubleEndedIterator<Item = u64> + use<> {
        1..self.sides + 1
    }
}

fn retire(dice: Dice) -> u64 {
    dice.sides
}

fn main() {
    let mut dice = Dice { state: 5, sides: 6 };
    let rolls = dice.rolls(3);
    println!("{} sides", retire(dice));
    println!("{:?}", rolls.collect::<Vec<_>>());
    let mut coin = Dice { state: 8, sides: 2 };
    let faces = coin.faces();
    coin.sides = 3;
    println!("{:?} {}", faces.rev().collect::<Vec<_>>(), coin.sides);
}
