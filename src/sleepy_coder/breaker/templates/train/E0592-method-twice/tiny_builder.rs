//~ family: E0592-method-twice
#[derive(Default)]
struct B(Vec<u8>);
impl B {
    const N: u8 = 4;
    fn add(mut self, n: u8) -> Self {
        self.0.push(n + Self::N);
        self
    }
    fn len(&self) -> usize {
        self.0.len()
    }
    fn max(&self) -> Option<&u8> {
        self.0.iter().max()
    }
}
fn main() {
    let b = B::default().add(3).add(7);
    println!("{} {:?}", b.len(), b.max());
}
