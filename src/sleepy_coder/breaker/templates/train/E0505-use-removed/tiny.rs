//~ family: E0505-use-removed
//~ edition: 2024
fn up_to(n: &u32) -> impl Iterator<Item = u32> + use<> {
    1..*n
}

fn main() {
    let mut n = 5;
    let i = up_to(&n);
    n = 9;
    println!("{} {n}", i.sum::<u32>());
}
