//~ family: parse-comma
//~ vary u16: u16 | u32
struct Member {
    name: String,
    age: u16,
    visits: Vec<u16>,
}

impl Member {
    fn new(name: &str, age: u16, visits: &[u16]) -> Self {
        Member { name: name.to_owned(), age, visits: visits.to_vec() }
    }

    fn discount(&self, minimum: usize, percent: u16) -> u16 {
        if self.visits.len() >= minimum { percent } else { self.age / 10 }
    }
}

fn main() {
    let members = [Member::new("Ilse", 61, &[3, 8, 9]), Member::new("Noor", 24, &[7])];
    for member in members.iter() {
        println!("{} gets {}", member.name, member.discount(2, 15));
    }
}
