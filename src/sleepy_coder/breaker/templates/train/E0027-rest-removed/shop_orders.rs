//~ family: E0027-rest-removed
//~ vary u32: u32 | u64
use std::collections::BTreeMap;

#[derive(Clone)]
struct Order<'a> {
    id: u32,
    buyer: &'a str,
    lines: Vec<Line>,
    paid: bool,
}

#[derive(Clone, Copy)]
struct Line {
    price: u32,
    count: u32,
    gift: bool,
}

impl From<&Line> for u32 {
    fn from(line: &Line) -> u32 {
        let &Line { price, count, .. } = line;
        price * count
    }
}

impl<'a> Order<'a> {
    fn key(Order { buyer, id, .. }: &Order<'a>) -> (&'a str, u32) {
        (*buyer, *id)
    }

    fn unpaid(self) -> Result<Vec<Line>, u32> {
        let Order { paid: false, lines, .. } = self else {
            return Err(self.id);
        };
        Ok(lines)
    }
}

fn by_buyer<'a>(orders: &[Order<'a>]) -> BTreeMap<&'a str, u32> {
    let mut sums = BTreeMap::new();
    for Order { lines, buyer, .. } in orders.iter() {
        *sums.entry(*buyer).or_insert(0) += lines.iter().map(u32::from).sum::<u32>();
    }
    sums
}

fn main() {
    let line = Line { price: 30, count: 2, gift: false };
    let first = Order { id: 1, buyer: "ida", lines: vec![line, Line { gift: true, ..line }], paid: true };
    let second = Order { id: 2, buyer: "tom", lines: vec![line], paid: false };
    println!("{:?} {:?}", by_buyer(&[first.clone(), second.clone()]), Order::key(&first));
    for order in [first, second] {
        match order.unpaid().as_deref() {
            Ok([Line { gift, .. }, ..]) => println!("gift: {gift}"),
            Ok([]) => println!("empty"),
            Err(id) => println!("order {id} is paid"),
        }
    }
}
