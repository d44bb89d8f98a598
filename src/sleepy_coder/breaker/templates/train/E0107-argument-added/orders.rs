//~ family: E0107-argument-added
enum Status {
    Paid(u32),
    Waiting,
}

struct Order {
    id: u32,
    status: Status,
}

type Orders = Vec<Order>;

trait Worth {
    fn worth(&self) -> u32;
}

impl Worth for Status {
    fn worth(&self) -> u32 {
        match self {
            Status::Paid(amount) => *amount,
            Status::Waiting => 0,
        }
    }
}

fn income(orders: &Orders) -> u32 {
    orders.iter().map(|order| order.status.worth()).sum()
}

fn pending(orders: &[Order]) -> Option<&Order> {
    orders.iter().find(|order| matches!(order.status, Status::Waiting))
}

fn main() {
    let orders: Orders = vec![
        Order { id: 7, status: Status::Paid(30) },
        Order { id: 8, status: Status::Waiting },
        Order { id: 9, status: Status::Paid(12) },
    ];
    println!("{} and waiting {:?}", income(&orders), pending(&orders).map(|order| order.id));
}
