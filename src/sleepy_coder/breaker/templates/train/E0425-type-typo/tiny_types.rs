//~ family: E0425-type-typo
type Cents = u64;
struct Bill(Cents, Vec<Cents>);
const TIP: Cents = 3;
fn sum(b: &Bill) -> Cents {
    b.0 + b.1.iter().sum::<Cents>() + TIP
}
fn main() {
    println!("{}", sum(&Bill(2, vec![5, 8])));
}
