//~ family: E0621-lifetime-removed
#[derive(Debug)]
struct View<'t> {
    head: &'t [i32],
    tail: &'t [i32],
}

fn split<'t>(values: &'t [i32], at: usize) -> View<'t> {
    let (head, tail) = values.split_at(at);
    View { head, tail }
}

fn wider<'t>(one: &'t View<'t>, other: &'t View<'t>) -> &'t [i32] {
    if one.head.len() > other.head.len() { one.head } else { other.tail }
}

fn main() {
    let values = [5, 7, 9, 11];
    let low = split(&values, 1);
    let high = split(&values, 3);
    println!("{:?} {:?}", wider(&low, &high), wider(&high, &low));
    println!("{low:?}");
}
