//~ family: E0424-self-param-removed
//~ vary suite: suite | loft | cabin
//~ vary i64: i64 | i32 | u32
trait Rate {
    fn nightly(&self) -> i64 {
        50
    }
    fn stay(&self, nights: i64) -> i64;
}

struct Room {
    style: String,
    extra_beds: i64,
}

impl Room {
    fn nightly(&self) -> i64 {
        80 + 15 * self.extra_beds
    }

    fn describe(&self, nights: i64) -> String {
        format!("{nights} nights in a {}", self.style)
    }
}

impl Rate for Room {
    fn stay(&self, nights: i64) -> i64 {
        let full = nights * self.nightly();
        if nights > 6 { full / 2 } else { full }
    }
}

fn main() {
    let room = Room { style: String::from("suite"), extra_beds: 2 };
    for nights in [1, 4, 9] {
        println!("{nights} nights in the {}: {} (per night {})", room.style, room.stay(nights), room.nightly());
    }
}
