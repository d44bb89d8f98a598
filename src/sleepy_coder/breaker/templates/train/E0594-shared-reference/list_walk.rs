//~ family: E0594-shared-reference
#[derive(Debug, Default)]
struct Item {
    weight: u32,
    next: Option<Box<Item>>,
}

fn double_all(mut at: Option<&mut Box<Item>>) {
    while let Some(item) = at {
        item.weight *= 2;
        at = item.next.as_mut();
    }
}

fn bump(pair: &mut (u32, String), extra: Option<&mut u32>) {
    pair.0 += 1;
    if let Some(extra) = extra {
        *extra = pair.0;
    }
}

fn swap_ends(values: &mut [u32]) {
    if let [first, .., last] = values {
        let held = *first;
        *first = *last;
        *last = held;
    }
}

fn main() {
    let tail = Item { weight: 5, next: None };
    let mut list = Some(Box::new(Item { weight: 2, next: Some(Box::new(tail)) }));
    double_all(list.as_mut());
    println!("{list:?}");
    let (mut pair, mut extra) = ((6, "six".to_string()), 0);
    bump(&mut pair, Some(&mut extra));
    bump(&mut pair, None);
    let mut values = [1, 2, 3];
    swap_ends(&mut values);
    println!("{pair:?} {extra} {values:?}");
}
