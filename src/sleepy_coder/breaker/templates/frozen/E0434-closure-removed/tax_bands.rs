//~ family: E0434-closure-removed
//~ vary u64: u64 | u32
const BANDS: [(u64, u64); 3] = [(1000, 0), (5000, 10), (20_000, 25)];

fn tax(income: u64) -> u64 {
    let within = |low: u64, high: u64| -> u64 { income.clamp(low, high) - low };
    let mut low = 0;
    let mut due = 0;
    for (high, percent) in BANDS {
        due += within(low, high) * percent / 100;
        low = high;
    }
    due
}

fn main() {
    for income in [800, 3000, 12_000] {
        println!("{income} {}", tax(income));
    }
}
