//! What the shop sells and what a customer has put in the basket.

use std::collections::BTreeMap;

use crate::money::Money;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Fruit,
    Bakery,
    Household,
}

const SHELVES: [&str; 3] = ["Fruit", "Bakery", "Household"];

impl Category {
    fn shelf(self) -> u8 {
        match self {
            Category::Fruit => 0,
            Category::Bakery => 1,
            Category::Household => 2,
        }
    }

    pub fn title(self) -> &'static str {
        let shelf = self.shelf();
        SHELVES[shelf as usize]
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    pub code: String,
    pub label: String,
    pub price: Money,
    pub category: Category,
}

impl Product {
    pub fn new(code: &str, label: &str, cents: i64, category: Category) -> Product {
        let price = Money::from_cents(cents);
        Product { code: code.to_string(), label: label.to_string(), price, category }
    }
}

#[derive(Debug, Clone)]
pub struct Line {
    pub product: Product,
    pub quantity: u32,
}

impl Line {
    pub fn total(&self) -> Money {
        self.product.price.times(self.quantity)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Basket {
    lines: Vec<Line>,
}

impl Basket {
    pub fn new() -> Basket {
        Basket::default()
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub fn add(&mut self, product: &Product, quantity: u32) {
        match self.lines.iter_mut().find(|line| line.product.code == product.code) {
            Some(line) => line.quantity += quantity,
            None => {
                let product = product.clone();
                self.lines.push(Line { product, quantity });
            }
        }
    }

    /// Takes items out again; says how many are left, None if there were too few.
    pub fn take_out(&mut self, code: &str, quantity: u32) -> Option<u32> {
        let place = self.lines.iter().position(|line| line.product.code == code)?;
        let left = self.lines[place].quantity.checked_sub(quantity)?;
        self.lines[place].quantity = left;
        if left == 0 {
            self.lines.remove(place);
        }
        Some(left)
    }

    pub fn quantity_of(&self, code: &str) -> u32 {
        self.lines.iter().filter(|line| line.product.code == code).map(|line| line.quantity).sum()
    }

    pub fn items(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    pub fn subtotal(&self) -> Money {
        self.lines.iter().map(Line::total).sum()
    }

    pub fn total_of(&self, category: Category) -> Money {
        self.lines.iter().filter(|line| line.product.category == category).map(Line::total).sum()
    }

    pub fn by_category(&self) -> BTreeMap<Category, Vec<&Line>> {
        let mut groups: BTreeMap<Category, Vec<&Line>> = BTreeMap::new();
        for line in &self.lines {
            groups.entry(line.product.category).or_default().push(line);
        }
        groups
    }

    /// Cents per item on average; None for an empty basket.
    pub fn average_price(&self) -> Option<f64> {
        let items = self.items();
        if items == 0 {
            return None;
        }
        let cents = self.subtotal().cents();
        Some(cents as f64 / items as f64)
    }

    /// Unit prices without repeats, the highest first.
    pub fn price_points(&self) -> Vec<Money> {
        let prices: Vec<Money> = self.lines.iter().map(|line| line.product.price).collect();
        let mut distinct: Vec<Money> = Vec::new();
        for price in prices.iter().copied() {
            if !distinct.contains(&price) {
                distinct.push(price);
            }
        }
        distinct.sort();
        distinct.iter().rev().copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apple() -> Product {
        Product::new("apple", "Apple", 40, Category::Fruit)
    }

    fn filled() -> Basket {
        let mut basket = Basket::new();
        basket.add(&apple(), 3);
        basket.add(&Product::new("bread", "Rye bread", 350, Category::Bakery), 1);
        basket.add(&Product::new("pear", "Pear", 40, Category::Fruit), 2);
        basket
    }

    #[test]
    fn the_same_product_shares_a_line() {
        let mut basket = filled();
        basket.add(&apple(), 2);
        assert_eq!(basket.lines().len(), 3);
        assert_eq!(basket.quantity_of("apple"), 5);
        assert_eq!(basket.quantity_of("soap"), 0);
    }

    #[test]
    fn totals_follow_price_and_quantity() {
        let basket = filled();
        assert_eq!(basket.subtotal().cents(), 550);
        assert_eq!(basket.total_of(Category::Fruit).cents(), 200);
        assert_eq!(basket.total_of(Category::Household), Money::ZERO);
        assert_eq!(basket.items(), 6);
    }

    #[test]
    fn an_emptied_line_disappears() {
        let mut basket = filled();
        assert_eq!(basket.take_out("apple", 1), Some(2));
        assert_eq!(basket.take_out("bread", 1), Some(0));
        assert_eq!(basket.lines().len(), 2);
        assert_eq!(basket.lines()[0].quantity, 2);
    }

    #[test]
    fn nobody_takes_out_more_than_there_is() {
        let mut basket = filled();
        assert_eq!(basket.take_out("apple", 4), None);
        assert_eq!(basket.take_out("soap", 1), None);
        assert_eq!(basket.quantity_of("apple"), 3);
    }

    #[test]
    fn categories_are_in_the_order_of_the_shelves() {
        let basket = filled();
        let titles: Vec<&str> = basket.by_category().into_keys().map(Category::title).collect();
        assert_eq!(titles, ["Fruit", "Bakery"]);
        assert_eq!(basket.by_category()[&Category::Fruit].len(), 2);
        assert_eq!(Category::Household.title(), "Household");
    }

    #[test]
    fn averages_and_price_points() {
        let average = filled().average_price().unwrap();
        assert!((average - 91.6667).abs() < 0.001);
        assert_eq!(Basket::new().average_price(), None);
        let points = filled().price_points();
        assert_eq!(points, vec![Money::from_cents(350), Money::from_cents(40)]);
    }
}
