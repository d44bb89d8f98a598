//~ family: E0277-question-on-result
#[derive(Clone)]
struct Club {
    members: Vec<&'static str>,
}

impl Club {
    fn rank(&self, name: &str) -> Option<usize> {
        let place = self.members.binary_search(&name).ok()?;
        Some(place + 1)
    }

    fn gap(&self, one: &str, other: &str) -> Option<usize> {
        let places = [self.rank(one)?, self.rank(other)?];
        Some(places[0].abs_diff(places[1]))
    }
}

fn main() {
    let club = Club { members: vec!["Abe", "Cleo", "Dot", "Finn"] };
    println!("{:?} {:?}", club.rank("Dot"), club.rank("Eve"));
    println!("{:?} {:?}", club.gap("Finn", "Abe"), club.gap("Zoe", "Abe"));
}
