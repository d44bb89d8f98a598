//~ family: E0309-outlives-removed
fn boxed<'a, I: Iterator<Item = u8> + 'a>(i: I) -> Box<dyn Iterator<Item = u8> + 'a> {
    Box::new(i.map(|x| x + 1))
}

fn main() {
    println!("{:?}", boxed([4, 6].into_iter()).collect::<Vec<_>>());
}
