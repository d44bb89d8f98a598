//~ family: E0782-dyn-removed
fn f(g: &dyn Fn(u8) -> u8, n: u8) -> Box<dyn Fn() -> u8> {
    let m = g(n);
    Box::new(move || m)
}

fn main() {
    let a: &mut dyn Iterator<Item = u8> = &mut [3, 5].into_iter();
    println!("{} {:?}", f(&|x| x + 1, 4)(), a.next());
}
