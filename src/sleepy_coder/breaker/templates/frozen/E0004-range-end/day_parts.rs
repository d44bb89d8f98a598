//~ family: E0004-range-end
struct Clock {
    hour: u8,
    minute: u8,
}

impl Clock {
    fn part(&self) -> &'static str {
        match self.hour % 24 {
            0..=5 => "night",
            6..=11 => "morning",
            12..=17 => "afternoon",
            18..=255 => "evening",
        }
    }

    fn quarter(&self) -> u32 {
        match self.minute {
            0..=14 => 1,
            15..=29 => 2,
            30..=44 => 3,
            45.. => 4,
        }
    }
}

fn main() {
    for (hour, minute) in [(5, 14), (11, 29), (17, 44), (23, 59)] {
        let clock = Clock { hour, minute };
        println!("{} {}", clock.part(), clock.quarter());
    }
}
