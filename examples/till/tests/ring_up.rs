//! Whole orders, from their text to the printed receipt.

use till::money::Money;
use till::order::{OrderError, Problem};
use till::{catalog, ring_up, TillError};

#[test]
fn a_whole_visit_is_printed() {
    let order = "add 4 apple\nadd 3 bun\nadd 1 soap\ndrop 1 apple\ncoupon CRUMBS\npay 10\n";
    let receipt = ring_up(order, &catalog()).unwrap();
    let expected = "\
Fruit
  3 x Apple                 1.35
Bakery
  3 x Cinnamon bun          5.40
Household
  1 x Soap                  2.75
--------------------------------
3 for 2: bun               -1.80
TOTAL                       7.70
change                      2.30
";
    assert_eq!(receipt.text(), expected);
}

#[test]
fn coupons_add_up() {
    let receipt = ring_up("add 3 melon\nadd 1 bread\ncoupon tenner\ncoupon spring", &catalog()).unwrap();
    let amounts: Vec<i64> = receipt.savings.iter().map(|saving| saving.amount.cents()).collect();
    assert_eq!(amounts, vec![240, 150]);
    assert_eq!(receipt.total(), Money::from_cents(980));
    assert_eq!(receipt.change(), None);
}

#[test]
fn a_bill_can_be_split() {
    let receipt = ring_up("add 1 bread\nsplit 3\npay 4.10", &catalog()).unwrap();
    assert_eq!(receipt.people, 3);
    assert!(receipt.text().contains("each of 3 pays              1.37"));
    assert_eq!(receipt.change(), Some(Money::ZERO));
}

#[test]
fn strange_products_and_coupons_are_refused() {
    let unknown = ring_up("add 1 piano", &catalog()).unwrap_err();
    assert_eq!(unknown.to_string(), "we do not sell piano");
    let coupon = ring_up("coupon WINTER", &catalog()).unwrap_err();
    assert_eq!(coupon, TillError::UnknownCoupon("WINTER".to_string()));
    assert_eq!(coupon.to_string(), "no coupon says WINTER");
}

#[test]
fn dropping_too_many_says_how_many_there_are() {
    let error = ring_up("add 2 bun\ndrop 3 bun", &catalog()).unwrap_err();
    assert_eq!(error, TillError::TooFew { code: "bun".to_string(), there: 2 });
    assert_eq!(error.to_string(), "there are only 2 of bun");
}

#[test]
fn errors_of_the_language_keep_their_line() {
    let error = ring_up("add 1 bun\n\ngive 1 bun", &catalog()).unwrap_err();
    let expected = OrderError { line: 3, problem: Problem::UnknownCommand("give".to_string()) };
    assert_eq!(error, TillError::Order(expected));
    assert_eq!(error.to_string(), "line 3: unknown command give");
}

#[test]
fn an_empty_order_costs_nothing() {
    let receipt = ring_up("# nothing today\n", &catalog()).unwrap();
    assert_eq!(receipt.total(), Money::ZERO);
    assert_eq!(receipt.basket.average_price(), None);
    assert_eq!(receipt.text().lines().last(), Some("TOTAL                       0.00"));
}
