//~ family: E0015-const-removed
mod permission {
    pub const fn bit(place: u8) -> u8 {
        1 << place
    }

    pub const READ: u8 = 1;
    pub const OWNER: u8 = with(16);

    const fn with(mask: u8) -> u8 {
        mask | READ
    }

    pub static GUEST: u8 = bit(3);
}

fn describe(mask: u8) -> Vec<&'static str> {
    let mut words = Vec::new();
    if mask & permission::READ != 0 {
        words.push("read");
    }
    if mask & permission::OWNER == permission::OWNER {
        words.push("owner");
    }
    words
}

fn main() {
    println!("{:?} {:?}", describe(permission::GUEST), describe(permission::OWNER));
    println!("{}", permission::OWNER + permission::GUEST);
}
