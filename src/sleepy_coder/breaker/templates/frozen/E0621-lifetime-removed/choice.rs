//~ family: E0621-lifetime-removed
enum Choice<'c, T> {
    Left(&'c T),
    Both(&'c T, &'c T),
}

fn choose<'c, T: PartialOrd>(one: &'c T, two: &'c T) -> Choice<'c, T> {
    if one < two { Choice::Left(one) } else { Choice::Both(one, two) }
}

fn first<'c, T>(values: &'c [T], other: &'c T) -> Option<&'c T> {
    match values.first() {
        Some(value) => Some(value),
        None if values.is_empty() => Some(other),
        None => None,
    }
}

fn main() {
    for (one, two) in [(3, 9), (8, 2)] {
        match choose(&one, &two) {
            Choice::Left(value) => println!("left {value}"),
            Choice::Both(a, b) => println!("{a} and {b}"),
        }
    }
    println!("{:?} {:?}", first(&[7, 6], &1), first(&[], &1));
}
