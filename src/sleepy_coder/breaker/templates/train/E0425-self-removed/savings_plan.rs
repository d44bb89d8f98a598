//~ family: E0425-self-removed
//~ vary i64: i64 | i32 | u32
//~ vary bicycle: bicycle | piano | tent
#[derive(Debug, Clone)]
struct Plan {
    goal: i64,
    monthly: i64,
    saved: i64,
    purpose: String,
}

impl Plan {
    fn starting(purpose: &str, goal: i64, monthly: i64) -> Plan {
        Plan { goal, monthly, saved: 0, purpose: purpose.into() }
    }

    fn advance(&mut self) -> bool {
        self.saved += self.monthly;
        self.saved >= self.goal
    }

    fn percent(&self) -> i64 {
        let capped = self.saved.min(self.goal);
        capped * 100 / self.goal
    }

    fn announce(&self) -> String {
        let mut text = self.purpose.to_uppercase();
        text.push_str(&format!(" {}%", self.percent()));
        text
    }
}

fn main() {
    let mut plan = Plan::starting("bicycle", 90, 25);
    while !plan.advance() {
        println!("{}", plan.announce());
    }
    println!("done: {:?}", plan);
}
