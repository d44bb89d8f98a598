//~ family: E0507-match-borrow-removed
struct Order {
    customer: String,
    note: Option<String>,
    payment: Payment,
    next: Option<Box<Order>>,
}

enum Payment {
    Cash,
    Card { number: String },
    Gift(String, u32),
}

fn label(order: &Order) -> String {
    let paid = match &order.payment {
        Payment::Cash => return order.customer.clone(),
        Payment::Card { number } => number.chars().rev().take(4).collect::<String>(),
        Payment::Gift(code, cents) => format!("{code}:{cents}"),
    };
    if let Payment::Gift(_, 0) = order.payment {
        return String::from("spent");
    }
    paid
}

fn notes(order: &Order) -> usize {
    let own = if let Some(note) = &order.note { note.len() } else { 0 };
    own + match &order.next {
        Some(next) => notes(next),
        None => 0,
    }
}

fn main() {
    let last = Order { customer: "Ole".into(), note: Some("fast".into()), payment: Payment::Cash, next: None };
    let gift = Payment::Gift("xyz".into(), 40);
    let mut first = Order { customer: "Ida".into(), note: None, payment: gift, next: Some(Box::new(last)) };
    println!("{} {}", label(&first), notes(&first));
    first.payment = Payment::Card { number: "99887766".into() };
    println!("{}", label(&first));
}
