//! A small shop's till: orders in, receipts out.

pub mod basket;
pub mod discount;
pub mod money;
pub mod order;
pub mod receipt;

use std::fmt;

use basket::{Basket, Category, Product};
use discount::{coupon, savings};
use order::{Command, OrderError};
use receipt::Receipt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TillError {
    Order(OrderError),
    UnknownProduct(String),
    UnknownCoupon(String),
    TooFew { code: String, there: u32 },
}

impl From<OrderError> for TillError {
    fn from(error: OrderError) -> TillError {
        TillError::Order(error)
    }
}

impl fmt::Display for TillError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TillError::Order(error) => error.fmt(out),
            TillError::UnknownProduct(code) => write!(out, "we do not sell {}", code),
            TillError::UnknownCoupon(word) => write!(out, "no coupon says {}", word),
            TillError::TooFew { code, there } => write!(out, "there are only {} of {}", there, code),
        }
    }
}

pub fn catalog() -> Vec<Product> {
    vec![
        Product::new("apple", "Apple", 45, Category::Fruit),
        Product::new("melon", "Melon", 320, Category::Fruit),
        Product::new("bun", "Cinnamon bun", 180, Category::Bakery),
        Product::new("bread", "Rye bread", 410, Category::Bakery),
        Product::new("soap", "Soap", 275, Category::Household),
    ]
}

fn product<'a>(products: &'a [Product], code: &str) -> Result<&'a Product, TillError> {
    products.iter().find(|product| product.code == code).ok_or_else(|| TillError::UnknownProduct(code.to_string()))
}

/// Rings up an order, command by command.
pub fn ring_up(text: &str, products: &[Product]) -> Result<Receipt, TillError> {
    let mut basket = Basket::new();
    let mut rules = Vec::new();
    let mut people = 1;
    let mut paid = None;
    for command in order::parse(text)? {
        match command {
            Command::Add { quantity, code } => basket.add(product(products, &code)?, quantity),
            Command::Drop { quantity, code } => {
                let there = basket.quantity_of(&code);
                if basket.take_out(&code, quantity).is_none() {
                    return Err(TillError::TooFew { code, there });
                }
            }
            Command::Coupon(word) => match coupon(&word) {
                Some(rule) => rules.push(rule),
                None => return Err(TillError::UnknownCoupon(word)),
            },
            Command::Split(among) => people = among,
            Command::Pay(amount) => paid = Some(amount),
        }
    }
    let savings = savings(&rules, &basket);
    Ok(Receipt { basket, savings, people, paid })
}
