//~ family: E0596-mut-removed
#[derive(Default)]
struct L {
    v: Vec<i32>,
}
impl L {
    fn put(&mut self, n: i32) {
        self.v.push(n)
    }
    fn done(mut self) -> Vec<i32> {
        self.v.dedup();
        self.v
    }
}
fn main() {
    let mut l = L::default();
    l.put(4);
    println!("{:?}", l.done());
}
