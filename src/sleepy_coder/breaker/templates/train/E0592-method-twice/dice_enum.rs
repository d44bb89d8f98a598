//~ family: E0592-method-twice
enum Roll {
    Single(u8),
    Many(Vec<u8>),
}

impl Roll {
    fn total(&self) -> u32 {
        match self {
            Roll::Single(value) => u32::from(*value),
            Roll::Many(values) => values.iter().map(|value| u32::from(*value)).sum(),
        }
    }

    fn is_lucky(&self) -> bool {
        self.total() % 7 == 0
    }

    fn join(self, other: Roll) -> Roll {
        let mut all = self.into_values();
        all.extend(other.into_values());
        Roll::Many(all)
    }

    fn into_values(self) -> Vec<u8> {
        match self {
            Roll::Single(value) => vec![value],
            Roll::Many(values) => values,
        }
    }
}

fn main() {
    let roll = Roll::Single(5).join(Roll::Many(vec![3, 6]));
    println!("{} {} {:?}", roll.total(), roll.is_lucky(), roll.into_values());
}
