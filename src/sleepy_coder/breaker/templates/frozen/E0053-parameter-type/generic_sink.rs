//~ family: E0053-parameter-type
trait Sink<T> {
    fn accept(&mut self, item: T, times: u8);
    fn drain_into(&mut self, target: &mut Vec<T>) -> usize;
}

struct Bucket<T> {
    items: Vec<T>,
    spills: u64,
}

impl<T: Clone> Sink<T> for Bucket<T> {
    fn accept(&mut self, item: T, times: u8) {
        for _ in 0..times {
            if self.items.len() < 3 {
                self.items.push(item.clone());
            } else {
                self.spills += 1;
            }
        }
    }

    fn drain_into(&mut self, target: &mut Vec<T>) -> usize {
        let moved = self.items.len();
        target.append(&mut self.items);
        moved
    }
}

fn main() {
    let mut bucket = Bucket { items: vec![], spills: 0 };
    bucket.accept('x', 2);
    bucket.accept('y', 5);
    let mut shown = vec!['>'];
    let moved = bucket.drain_into(&mut shown);
    println!("{moved} {} {:?}", bucket.spills, shown.iter().collect::<String>());
}
