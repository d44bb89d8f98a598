//~ family: E0308-some-removed
struct Node<T> {
    value: T,
    below: Option<Box<Node<T>>>,
}

struct Stack<T> {
    top: Option<Box<Node<T>>>,
    limit: Option<usize>,
}

impl<T: Clone> Stack<T> {
    fn bounded(limit: usize) -> Self {
        Stack { top: None, limit: Some(limit) }
    }

    fn push(&mut self, value: T) {
        let below = self.top.take();
        self.top = Some(Box::new(Node { value, below }));
    }

    fn pop(&mut self) -> Option<T> {
        let node = self.top.take()?;
        self.top = node.below;
        if self.limit.is_none() {
            return None;
        }
        Some(node.value)
    }

    fn peek(&self) -> Option<&T> {
        if let Some(node) = &self.top {
            Some(&node.value)
        } else {
            None
        }
    }
}

fn main() {
    let mut stack = Stack::bounded(3);
    for word in ["low", "mid", "high"] {
        stack.push(word);
    }
    println!("{:?} {:?} {:?}", stack.pop(), stack.peek(), stack.limit);
}
