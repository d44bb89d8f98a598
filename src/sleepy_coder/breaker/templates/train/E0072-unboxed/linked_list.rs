//~ family: E0072-unboxed
struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

impl Node {
    fn before(self, value: u32) -> Node {
        Node { value, next: Some(self.into()) }
    }

    fn sum(&self) -> u32 {
        match &self.next {
            Some(next) => self.value + next.sum(),
            None => self.value,
        }
    }
}

fn main() {
    let list = Node { value: 5, next: None }.before(7).before(1);
    println!("{} from {}", list.sum(), list.value);
}
