//~ family: E0191-binding-removed
fn evens(limit: u32) -> Box<dyn Iterator<Item = u32>> {
    Box::new((0..limit).step_by(2))
}

fn chain(parts: Vec<Box<dyn Iterator<Item = u32>>>) -> u32 {
    parts.into_iter().map(|part| part.sum::<u32>()).sum()
}

fn main() {
    let odd = (1..8u32).filter(|number| number % 2 == 1);
    println!("{}", evens(9).map(|number| number * 10).sum::<u32>());
    println!("{}", chain(vec![evens(5), Box::new(odd)]));
}
