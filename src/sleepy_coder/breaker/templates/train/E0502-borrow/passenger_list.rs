//~ family: E0502-borrow
//~ vary to_uppercase: to_uppercase | to_lowercase
struct Coach {
    passengers: Vec<String>,
}

impl Coach {
    fn board(&mut self, who: &str) -> usize {
        self.passengers.push(who.to_uppercase());
        self.passengers.len()
    }

    fn board_family(&mut self) -> String {
        let parent = self.passengers[0].clone();
        let seated = self.board("baby");
        format!("{} now travels with {} aboard", parent, seated)
    }
}

fn main() {
    let mut coach = Coach { passengers: vec!["Signe".to_string()] };
    println!("{}", coach.board_family());
    let youngest = coach.passengers[1].clone();
    coach.passengers.clear();
    println!("{} left, {} remain", youngest, coach.passengers.len());
}
