//~ family: E0599-variant-typo
#[derive(Debug, Clone, Copy, PartialEq)]
enum Pasta {
    Penne,
    Farfalle,
    Lasagne,
}

fn minutes(pasta: Pasta) -> u32 {
    match pasta {
        Pasta::Penne => 11,
        Pasta::Farfalle => 12,
        Pasta::Lasagne => 40,
    }
}

fn slow(orders: &[Pasta]) -> usize {
    orders.iter().filter(|order| **order == Pasta::Lasagne).count()
}

fn main() {
    let orders = [Pasta::Farfalle, Pasta::Lasagne, Pasta::Penne];
    let longest = orders.iter().map(|order| minutes(*order)).max();
    println!("{longest:?} {}", slow(&orders));
}
