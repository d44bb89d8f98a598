//~ family: parse-semicolon
//~ vary i64: i64 | i32 | u64
//~ vary month: month | quarter | period
struct Loan {
    balance: i64,
    rate: i64,
}

impl Loan {
    fn interest(&self) -> i64 {
        let yearly = self.rate * 12;
        yearly / 4
    }

    fn pay(&mut self, amount: i64) -> i64 {
        let owed = self.balance + self.interest();
        let paid = amount.min(owed);
        self.balance = owed - paid;
        paid
    }
}

fn main() {
    let mut loan = Loan { balance: 90, rate: 8 };
    let mut total_paid = 0;
    for month in 1..8 {
        let paid = loan.pay(25);
        total_paid += paid;
        println!("month {month}: paid {paid}, left {}", loan.balance);
        if loan.balance == 0 {
            break;
        }
    }
    println!("in all {total_paid}");
}
