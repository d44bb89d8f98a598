//! Rules that make a basket cheaper.

use crate::basket::{Basket, Category};
use crate::money::Money;

pub trait Rule {
    fn reason(&self) -> String;

    /// What the rule takes off; zero when it does not apply.
    fn saving(&self, basket: &Basket) -> Money;
}

pub struct CategoryPercent {
    pub category: Category,
    pub rate: u8,
}

pub struct ThreeForTwo {
    pub code: String,
}

pub struct Threshold {
    pub least: Money,
    pub off: Money,
}

impl Rule for CategoryPercent {
    fn reason(&self) -> String {
        format!("{}% off {}", self.rate, self.category.title())
    }

    fn saving(&self, basket: &Basket) -> Money {
        basket.total_of(self.category).percent(self.rate)
    }
}

impl Rule for ThreeForTwo {
    fn reason(&self) -> String {
        format!("3 for 2: {}", self.code)
    }

    fn saving(&self, basket: &Basket) -> Money {
        let free = basket.quantity_of(&self.code) / 3;
        match basket.lines().iter().find(|line| line.product.code == self.code) {
            Some(line) => line.product.price.times(free),
            None => Money::ZERO,
        }
    }
}

impl Rule for Threshold {
    fn reason(&self) -> String {
        format!("{} off from {}", self.off, self.least)
    }

    fn saving(&self, basket: &Basket) -> Money {
        if basket.subtotal() >= self.least {
            self.off
        } else {
            Money::ZERO
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    pub reason: String,
    pub amount: Money,
}

/// The rule that belongs to a coupon's word.
pub fn coupon(word: &str) -> Option<Box<dyn Rule>> {
    match word.to_uppercase().as_str() {
        "SPRING" => Some(Box::new(CategoryPercent { category: Category::Fruit, rate: 25 })),
        "CRUMBS" => Some(Box::new(ThreeForTwo { code: "bun".to_string() })),
        "TENNER" => {
            let least = Money::from_cents(1000);
            let off = Money::from_cents(150);
            Some(Box::new(Threshold { least, off }))
        }
        _ => None,
    }
}

/// The savings of all rules that apply, the largest first; together never more than the basket costs.
pub fn savings(rules: &[Box<dyn Rule>], basket: &Basket) -> Vec<Saving> {
    let mut found: Vec<Saving> = rules
        .iter()
        .map(|rule| Saving { reason: rule.reason(), amount: rule.saving(basket) })
        .filter(|saving| saving.amount > Money::ZERO)
        .collect();
    found.sort_by(|a, b| b.amount.cmp(&a.amount));
    let mut left = basket.subtotal();
    for saving in found.iter_mut() {
        saving.amount = saving.amount.min(left);
        left = left - saving.amount;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basket::Product;

    fn basket(buns: u32, apples: u32) -> Basket {
        let mut basket = Basket::new();
        basket.add(&Product::new("bun", "Bun", 90, Category::Bakery), buns);
        basket.add(&Product::new("apple", "Apple", 50, Category::Fruit), apples);
        basket
    }

    #[test]
    fn every_third_is_free() {
        let rule = ThreeForTwo { code: "bun".to_string() };
        assert_eq!(rule.saving(&basket(2, 1)), Money::ZERO);
        assert_eq!(rule.saving(&basket(7, 1)).cents(), 180);
        let absent = ThreeForTwo { code: "soap".to_string() };
        assert_eq!(absent.saving(&basket(7, 1)), Money::ZERO);
    }

    #[test]
    fn percentages_concern_one_category() {
        let rule = coupon("spring").unwrap();
        assert_eq!(rule.reason(), "25% off Fruit");
        assert_eq!(rule.saving(&basket(5, 4)).cents(), 50);
    }

    #[test]
    fn a_threshold_includes_its_own_amount() {
        let rule = Threshold { least: Money::from_cents(230), off: Money::from_cents(30) };
        assert_eq!(rule.saving(&basket(2, 1)).cents(), 30);
        assert_eq!(rule.saving(&basket(1, 2)), Money::ZERO);
        assert_eq!(rule.reason(), "0.30 off from 2.30");
    }

    #[test]
    fn savings_are_sorted_and_those_of_nothing_left_out() {
        let rules: Vec<Box<dyn Rule>> = ["SPRING", "CRUMBS", "TENNER"].iter().filter_map(|word| coupon(word)).collect();
        let found = savings(&rules, &basket(3, 2));
        let amounts: Vec<i64> = found.iter().map(|saving| saving.amount.cents()).collect();
        assert_eq!(amounts, vec![90, 25]);
        assert_eq!(found[0].reason, "3 for 2: bun");
    }

    #[test]
    fn savings_never_exceed_the_basket() {
        let generous = Threshold { least: Money::ZERO, off: Money::from_cents(500) };
        let rules: Vec<Box<dyn Rule>> = vec![Box::new(generous), coupon("SPRING").unwrap()];
        let found = savings(&rules, &basket(1, 2));
        assert_eq!(found.iter().map(|saving| saving.amount).sum::<Money>().cents(), 190);
        assert!(coupon("WINTER").is_none());
    }
}
