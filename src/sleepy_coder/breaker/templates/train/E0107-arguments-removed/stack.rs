//~ family: E0107-arguments-removed
struct Stack<T> {
    items: Vec<T>,
    limit: usize,
}

impl<T> Stack<T> {
    fn push(&mut self, item: T) -> Result<(), T> {
        if self.items.len() == self.limit {
            return Err(item);
        }
        self.items.push(item);
        Ok(())
    }
}

fn height(stack: &Stack<char>) -> usize {
    stack.items.len()
}

fn main() {
    let mut stack: Stack<char> = Stack { items: Vec::new(), limit: 2 };
    for letter in "abc".chars() {
        match stack.push(letter) {
            Ok(()) => println!("{letter} at {}", height(&stack)),
            Err(left) => println!("no room for {left}"),
        }
    }
}
