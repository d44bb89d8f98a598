//~ family: E0407-method-typo
struct Countdown {
    left: u32,
}

impl Iterator for Countdown {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        Some(self.left)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }

    fn count(self) -> usize {
        self.left as usize
    }
}

#[derive(PartialEq)]
struct Version(u8, u8);

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Version) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(&other.0)
    }

    fn lt(&self, other: &Version) -> bool {
        (self.0, self.1) < (other.0, other.1)
    }
}

fn main() {
    println!("{:?}", Countdown { left: 5 }.size_hint());
    println!("{}", Countdown { left: 9 }.count());
    println!("{}", Version(1, 2) < Version(1, 4));
}
