//~ family: E0599-variant-typo
#[derive(Clone, Copy)]
enum T {
    Ab,
    Cde,
}
fn f(t: T) -> T {
    if let T::Ab = t {
        T::Cde
    } else {
        t
    }
}
fn main() {
    println!("{} {}", f(T::Ab) as u8, matches!(f(T::Cde), T::Ab));
}
