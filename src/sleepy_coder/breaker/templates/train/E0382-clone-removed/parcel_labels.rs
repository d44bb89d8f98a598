//~ family: E0382-clone-removed
//~ vary u32: u32 | i32 | i64
//~ vary Lisbon: Lisbon | Oslo | Quito
//~ vary to_uppercase: to_uppercase | to_lowercase
#[derive(Debug, Clone, PartialEq)]
struct Parcel {
    receiver: String,
    grams: u32,
}

impl Parcel {
    fn stamped(self, office: &str) -> String {
        format!("{}/{}/{}", office.to_uppercase(), self.receiver, self.grams)
    }
}

fn heavier(left: Parcel, right: Parcel) -> Parcel {
    if left.grams >= right.grams {
        left
    } else {
        right
    }
}

fn main() {
    let small = Parcel { receiver: String::from("Ida"), grams: 40 };
    let large = Parcel { receiver: String::from("Bruno"), grams: 75 };
    let chosen = heavier(small.clone(), large.clone());
    println!("{} goes first", chosen.receiver);
    println!("same as the large one: {}", chosen == large);
    println!("{}", small.stamped("Lisbon"));
    println!("{}", large.stamped("Porto"));
}
