//~ family: E0507-borrow-removed
//~ vary coal: coal | grain | timber
struct Wagon {
    cargo: String,
    behind: Option<Box<Wagon>>,
}

impl Wagon {
    fn couple(self, cargo: &str) -> Wagon {
        Wagon { cargo: cargo.to_string(), behind: Some(Box::new(self)) }
    }

    fn manifest(&self) -> Vec<&str> {
        let mut listed = vec![self.cargo.as_str()];
        let mut wagon = self;
        while let Some(follower) = &wagon.behind {
            listed.push(&follower.cargo);
            wagon = follower;
        }
        listed
    }

    fn second(&self) -> Option<String> {
        self.behind.as_ref().map(|follower| follower.cargo.clone())
    }
}

fn main() {
    let train = Wagon { cargo: "mail".to_string(), behind: None }.couple("coal").couple("cars");
    println!("{} wagons: {}", train.manifest().len(), train.manifest().join(" <- "));
    println!("second is {}", train.second().unwrap_or("absent".into()));
}
