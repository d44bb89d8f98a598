//! The receipt and how it is printed.

use crate::basket::Basket;
use crate::discount::Saving;
use crate::money::Money;

pub const WIDTH: usize = 32;

#[derive(Debug, Clone)]
pub struct Receipt {
    pub basket: Basket,
    pub savings: Vec<Saving>,
    pub people: u32,
    pub paid: Option<Money>,
}

fn entry(label: &str, amount: Money) -> String {
    let width = WIDTH - 9;
    let short: String = label.chars().take(width).collect();
    format!("{:<width$} {:>8}\n", short, amount, width = width)
}

impl Receipt {
    pub fn total(&self) -> Money {
        let saved: Money = self.savings.iter().map(|saving| saving.amount).sum();
        self.basket.subtotal() - saved
    }

    /// None as long as nothing or too little is paid.
    pub fn change(&self) -> Option<Money> {
        let paid = self.paid?;
        if paid < self.total() {
            return None;
        }
        Some(paid - self.total())
    }

    pub fn text(&self) -> String {
        let rule = "-".repeat(WIDTH);
        let mut out = String::new();
        for (category, lines) in self.basket.by_category() {
            out.push_str(category.title());
            out.push('\n');
            for line in lines {
                let label = format!("  {} x {}", line.quantity, line.product.label);
                out.push_str(&entry(&label, line.total()));
            }
        }
        out.push_str(&rule);
        out.push('\n');
        for saving in &self.savings {
            out.push_str(&entry(&saving.reason, Money::ZERO - saving.amount));
        }
        out.push_str(&entry("TOTAL", self.total()));
        if self.people > 1 {
            let shares = self.total().shares(self.people);
            let first = shares[0];
            out.push_str(&entry(&format!("each of {} pays", self.people), first));
        }
        if let Some(change) = self.change() {
            out.push_str(&entry("change", change));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basket::{Category, Product};

    fn receipt(paid: Option<i64>) -> Receipt {
        let mut basket = Basket::new();
        basket.add(&Product::new("soap", "Soap", 275, Category::Household), 2);
        let savings = vec![Saving { reason: "regular".to_string(), amount: Money::from_cents(51) }];
        Receipt { basket, savings, people: 1, paid: paid.map(Money::from_cents) }
    }

    #[test]
    fn an_entry_fills_the_width() {
        assert_eq!(entry("TOTAL", Money::from_cents(499)), format!("TOTAL{}4.99\n", " ".repeat(23)));
        let long = entry("a label that is much too long to be printed", Money::ZERO);
        assert_eq!(long, "a label that is much to     0.00\n");
        assert_eq!(long.len(), WIDTH + 1);
    }

    #[test]
    fn the_total_counts_savings() {
        assert_eq!(receipt(None).total().cents(), 499);
    }

    #[test]
    fn change_needs_enough_money() {
        assert_eq!(receipt(None).change(), None);
        assert_eq!(receipt(Some(498)).change(), None);
        assert_eq!(receipt(Some(499)).change(), Some(Money::ZERO));
        assert_eq!(receipt(Some(1000)).change(), Some(Money::from_cents(501)));
    }

    #[test]
    fn the_text_names_shares_and_change() {
        let mut shared = receipt(Some(500));
        shared.people = 2;
        let text = shared.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 7);
        assert_eq!(lines[0], "Household");
        assert_eq!(lines[1], "  2 x Soap                  5.50");
        assert_eq!(lines[3], "regular                    -0.51");
        assert_eq!(lines[5], "each of 2 pays              2.50");
        assert_eq!(lines[6], "change                      0.01");
    }
}
