//~ family: E0599-not-iterator
//~ vary f64: f64 | f32
//~ vary take_while: take_while | skip_while | filter
struct Week {
    days: Vec<f64>,
}

impl Week {
    fn steady(&self, limit: f64) -> usize {
        self.days.iter().copied().take_while(|day| *day < limit).count()
    }

    fn marks(&self) -> String {
        self.days.iter().map(|day| if *day > 12.0 { '+' } else { '-' }).collect()
    }
}

fn main() {
    let week = Week { days: vec![9.5, 11.0, 12.5, 15.0, 10.5] };
    println!("[{}]", week.marks());
    println!("{} days below limit", week.steady(12.75));
    let threshold = 12.5;
    let later: Vec<f64> = week.days.iter().skip_while(|day| **day < threshold).cloned().collect();
    println!("from the first warm day: {:?}", later);
}
