//~ family: E0277-range
//~ vary u64: u64 | u32
struct Dice {
    state: u64,
    sides: u64,
}

impl Dice {
    fn roll(&mut self) -> u64 {
        self.state = (self.state * 75 + 74) % 65;
        self.state % self.sides + 1
    }
}

fn play(dice: &mut Dice, rounds: usize) -> Result<Vec<u64>, String> {
    if rounds == 0 {
        return Err("nothing to play".to_string());
    }
    let mut faces = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        faces.push(dice.roll());
    }
    Ok(faces)
}

fn main() {
    let mut dice = Dice { state: 17, sides: 6 };
    println!("{:?}", play(&mut dice, 5));
    println!("{:?}", play(&mut dice, 0));
}
