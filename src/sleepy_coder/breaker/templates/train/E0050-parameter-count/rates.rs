//~ family: E0050-parameter-count
//~ vary 12: 12 | 6 | 24
enum Plan {
    Flat,
    Yearly(u32),
}

trait Price {
    fn monthly(&self, users: u32, months: u32) -> u32;
    fn label(&self, short: bool) -> String;
}

impl Price for Plan {
    fn monthly(&self, users: u32, months: u32) -> u32 {
        match self {
            Plan::Flat => users * 9,
            Plan::Yearly(base) => base + users * 7 - months / 12,
        }
    }

    fn label(&self, short: bool) -> String {
        let name = match self {
            Plan::Flat => "flat",
            Plan::Yearly(_) => "yearly",
        };
        if short { name[..1].to_string() } else { name.to_string() }
    }
}

struct Free;

impl Price for Free {
    fn monthly(&self, _users: u32, _months: u32) -> u32 {
        0
    }

    fn label(&self, _short: bool) -> String {
        String::from("free")
    }
}

fn main() {
    let plans: [&dyn Price; 3] = [&Plan::Flat, &Plan::Yearly(20), &Free];
    for plan in plans {
        println!("{} {}", plan.label(true), plan.monthly(4, 24));
    }
}
