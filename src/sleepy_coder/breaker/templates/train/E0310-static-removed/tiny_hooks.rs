//~ family: E0310-static-removed
struct H(Vec<Box<dyn Fn() -> u8>>);

impl H {
    fn add<F>(mut self, f: F) -> H
    where
        F: Fn() -> u8 + 'static,
    {
        self.0.push(Box::new(f));
        self
    }
}

fn later<T: Copy + 'static>(t: T) -> Box<dyn FnOnce() -> T> {
    Box::new(move || t)
}

fn main() {
    let h = H(vec![]).add(|| 4).add(|| 9);
    println!("{} {}", h.0.iter().map(|f| f()).sum::<u8>(), later('x')());
}
