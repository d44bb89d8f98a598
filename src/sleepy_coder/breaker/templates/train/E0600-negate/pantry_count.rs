//~ family: E0600-negate
//~ vary u32: u32 | u64 | usize | u16
struct Pantry {
    jars: u32,
    tins: u32,
}

impl Pantry {
    fn stored(&self) -> u32 {
        self.jars + self.tins
    }

    fn share(&self, people: u32) -> u32 {
        let each = self.stored() / people;
        each + 1
    }
}

fn main() {
    let pantry = Pantry { jars: 24, tins: 36 };
    let people: u32 = 5;
    let portion = pantry.share(people);
    println!("{} stored", pantry.stored());
    println!("{} for each of {}", portion, people);
}
