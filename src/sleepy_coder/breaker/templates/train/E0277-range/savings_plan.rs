//~ family: E0277-range
//~ vary f64: f64 | f32
//~ vary u8: u8 | u16 | i32
enum Plan {
    Monthly { months: u8, deposit: f64 },
    Single(f64),
}

fn balance(plan: &Plan) -> f64 {
    match plan {
        Plan::Single(amount) => *amount,
        Plan::Monthly { months, deposit } => {
            let payments = *months;
            let mut held = 0.0;
            for _ in 0..payments {
                held = held * 1.01 + deposit;
            }
            held
        }
    }
}

fn main() {
    let plans = [Plan::Monthly { months: 12, deposit: 25.0 }, Plan::Single(280.0)];
    for plan in &plans {
        println!("{:.2}", balance(plan));
    }
}
