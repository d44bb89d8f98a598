//~ family: E0599-method-typo
use std::collections::HashMap;

#[derive(Debug, Clone)]
struct Loan {
    days: u32,
    renewed: bool,
}

impl Loan {
    fn overdue(&self) -> u32 {
        let allowed = if self.renewed { 42 } else { 21 };
        self.days.saturating_sub(allowed)
    }
}

fn fines(loans: &HashMap<&str, Loan>) -> Vec<(String, u32)> {
    let mut fines: Vec<(String, u32)> =
        loans.iter().map(|(title, loan)| (title.to_string(), loan.overdue() * 10)).collect();
    fines.sort_by_key(|fine| fine.1);
    fines.retain(|fine| fine.1 > 0);
    fines
}

fn main() {
    let mut loans = HashMap::new();
    loans.insert("Dune maps", Loan { days: 30, renewed: false });
    loans.insert("Birds", Loan { days: 40, renewed: true });
    loans.insert("Knots", Loan { days: 50, renewed: true });
    println!("{:?}", fines(&loans));
}
