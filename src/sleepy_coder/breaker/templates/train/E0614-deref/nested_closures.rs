//~ family: E0614-deref
//~ vary f64: f64 | f32
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
struct Money(f64);

struct Plan {
    base: Money,
    tiers: Vec<(usize, f64)>,
    cap: Option<f64>,
}

impl Plan {
    fn bill(&self, units: usize) -> Money {
        let raw = self.tiers.iter().fold(self.base.0, |sum, &(from, price)| {
            let over = units.saturating_sub(from);
            sum + over as f64 * price
        });
        match self.cap {
            Some(cap) if raw > cap => Money(cap),
            _ => Money(raw),
        }
    }
}

fn cheapest<'p>(plans: &'p [Plan], units: usize, promo: bool) -> Option<&'p Plan> {
    let cut = if promo { 0.9 } else { 1.0 };
    let scored = |plan: &Plan| {
        let Money(amount) = plan.bill(units);
        amount * cut
    };
    plans.iter().min_by(|left, right| {
        let left = scored(left);
        let right = scored(right);
        left.total_cmp(&right)
    })
}

fn main() {
    let plans = [
        Plan { base: Money(4.0), tiers: vec![(0, 0.5), (100, 0.25)], cap: None },
        Plan { base: Money::default(), tiers: vec![(10, 1.5)], cap: Some(60.0) },
    ];
    for units in (0..90).step_by(30) {
        if let Some(plan) = cheapest(&plans, units, units > 30) {
            println!("{units}: {:?}", plan.bill(units));
        }
    }
}
