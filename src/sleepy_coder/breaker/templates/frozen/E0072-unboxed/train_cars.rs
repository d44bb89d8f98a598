//~ family: E0072-unboxed
mod trains {
    pub struct Wagon {
        pub load: f32,
        pub behind: Option<Box<Wagon>>,
    }

    impl Wagon {
        pub fn couple(&mut self, load: f32) -> usize {
            match self.behind.as_mut() {
                Some(next) => next.couple(load) + 1,
                None => {
                    self.behind = Some(Wagon { load, behind: None }.into());
                    1
                }
            }
        }

        pub fn heaviest(&self) -> f32 {
            self.behind.iter().fold(self.load, |most, next| most.max(next.heaviest()))
        }
    }
}

fn main() {
    let mut engine = trains::Wagon { load: 2.0, behind: None };
    let places: Vec<usize> = [18.5, 24.0, 9.5].into_iter().map(|load| engine.couple(load)).collect();
    println!("{places:?} {:.1}", engine.heaviest());
}
