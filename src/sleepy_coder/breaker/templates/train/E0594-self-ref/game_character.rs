//~ family: E0594-self-ref
mod game {
    #[derive(Debug, Default)]
    pub struct Stats {
        pub health: i32,
        pub armour: [i32; 2],
    }

    #[derive(Debug)]
    pub enum Mood {
        Calm,
        Angry(u8),
    }

    pub struct Character {
        pub stats: Stats,
        pub mood: Mood,
    }

    impl Character {
        pub fn spawn() -> Self {
            Character { stats: Stats { health: 40, armour: [4, 1] }, mood: Mood::Calm }
        }

        pub fn hit(&mut self, damage: i32) -> bool {
            let kept: i32 = self.stats.armour.iter().sum();
            self.stats.health -= (damage - kept).max(0);
            self.stats.health > 0
        }

        pub fn wear(&mut self, slot: usize, armour: i32) -> Result<(), String> {
            if slot >= self.stats.armour.len() {
                return Err(format!("no slot {slot}"));
            }
            self.stats.armour[slot] = armour;
            Ok(())
        }

        pub fn annoy(&mut self) {
            self.mood = match self.mood {
                Mood::Calm => Mood::Angry(1),
                Mood::Angry(level) => Mood::Angry(level + 1),
            };
        }
    }
}

fn main() {
    let mut hero = game::Character::spawn();
    hero.annoy();
    hero.annoy();
    println!("{} {:?}", hero.hit(30), hero.wear(5, 9));
    println!("{} {:?}", hero.wear(1, 9).is_ok(), hero.stats);
    println!("{:?}", hero.mood);
}
