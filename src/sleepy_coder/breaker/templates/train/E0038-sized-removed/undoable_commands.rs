//~ family: E0038-sized-removed
use std::collections::VecDeque;

#[derive(Debug, Default)]
struct Document {
    text: String,
}

trait Command {
    fn run(&self, document: &mut Document);
    fn merge(&self, other: &Self) -> Self
    where
        Self: Sized;
    fn repeat(count: usize) -> Vec<Self>
    where
        Self: Sized + Default,
    {
        (0..count).map(|_| Self::default()).collect()
    }
    fn inspect<V>(&self, visit: V)
    where
        V: FnOnce(&Self),
        Self: Sized,
    {
        visit(self)
    }
}

#[derive(Default)]
struct Append(String);

impl Command for Append {
    fn run(&self, document: &mut Document) {
        document.text.push_str(&self.0);
    }
    fn merge(&self, other: &Append) -> Append {
        Append([self.0.as_str(), other.0.as_str()].concat())
    }
}

fn main() {
    let (one, two) = (Append("ab".into()), Append("cd".into()));
    one.merge(&two).inspect(|append| println!("{}", append.0));
    let mut queue: VecDeque<(u8, Box<dyn Command>)> = VecDeque::from([(1, Box::new(one) as _)]);
    let mut document = Document::default();
    while let Some((weight, command)) = queue.pop_front() {
        command.run(&mut document);
        println!("{weight} {} {}", document.text, Append::repeat(4).len());
    }
}
