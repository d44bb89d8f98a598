//~ family: parse-paren
//~ vary Priya: Priya | Jonas | Marta
//~ vary rotate_left: rotate_left | rotate_right
#[derive(Debug, Clone, Copy)]
enum Day {
    Monday,
    Thursday,
    Saturday,
}

impl Day {
    fn is_weekend(self) -> bool {
        matches!(self, Day::Saturday)
    }

    fn bonus(self, hours: u32) -> u32 {
        hours.saturating_mul(if self.is_weekend() { 2 } else { 1 })
    }
}

fn rota(mut staff: Vec<&str>, days: &[Day]) -> Vec<(Day, String)> {
    let mut duties = Vec::with_capacity(days.len());
    for day in days {
        if let Some(person) = staff.first() {
            duties.push((*day, person.to_string()));
        }
        staff.rotate_left(1);
    }
    duties
}

fn main() {
    let days = [Day::Monday, Day::Thursday, Day::Saturday];
    for (day, person) in rota(vec!["Priya", "Wes"], &days) {
        println!("{day:?}: {person} earns {}", day.bonus(6));
    }
    println!("{}", days.iter().filter(|day| day.is_weekend()).count());
}
