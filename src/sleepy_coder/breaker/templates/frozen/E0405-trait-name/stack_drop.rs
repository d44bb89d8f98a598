//~ family: E0405-trait-name
use std::borrow::Borrow;
use std::ops::Index;

struct Stack {
    items: Vec<char>,
}

impl Index<usize> for Stack {
    type Output = char;
    fn index(&self, from_top: usize) -> &char {
        &self.items[self.items.len() - 1 - from_top]
    }
}

impl Extend<char> for Stack {
    fn extend<I: IntoIterator<Item = char>>(&mut self, iter: I) {
        for item in iter {
            self.items.push(item);
        }
    }
}

fn spell<B: Borrow<char>>(letters: &[B]) -> String {
    letters.iter().map(|letter| *letter.borrow()).collect()
}

fn main() {
    let mut stack = Stack { items: vec!['n'] };
    stack.extend("rust".chars());
    println!("{}{} {}", stack[0], stack[3], spell(&stack.items));
}
