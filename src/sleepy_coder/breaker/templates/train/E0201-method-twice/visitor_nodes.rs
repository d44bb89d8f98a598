//~ family: E0201-method-twice
use std::collections::BTreeSet;

trait Visitor {
    type Out;

    fn number(&mut self, value: f64) -> Self::Out;
    fn name(&mut self, text: &str) -> Self::Out;
    fn pair(&mut self, left: Self::Out, right: Self::Out) -> Self::Out;
}

enum Node<'t> {
    Number(f64),
    Name(&'t str),
    Pair(Box<(Node<'t>, Node<'t>)>),
}

impl Node<'_> {
    fn accept<V: Visitor>(&self, visitor: &mut V) -> V::Out {
        match self {
            Node::Number(value) => visitor.number(*value),
            Node::Name(text) => visitor.name(text),
            Node::Pair(both) => {
                let left = both.0.accept(visitor);
                let right = both.1.accept(visitor);
                visitor.pair(left, right)
            }
        }
    }
}

struct Depth;

#[derive(Default)]
struct Names {
    seen: BTreeSet<String>,
}

impl Visitor for Depth {
    type Out = u32;

    fn number(&mut self, _: f64) -> u32 {
        1
    }

    fn name(&mut self, _: &str) -> u32 {
        1
    }

    fn pair(&mut self, left: u32, right: u32) -> u32 {
        left.max(right) + 1
    }
}

impl Visitor for Names {
    type Out = bool;

    fn name(&mut self, text: &str) -> bool {
        self.seen.insert(text.to_lowercase())
    }

    fn number(&mut self, value: f64) -> bool {
        value.is_nan()
    }

    fn pair(&mut self, left: bool, right: bool) -> bool {
        left || right
    }
}

fn main() {
    let inner = Node::Pair(Box::new((Node::Name("x"), Node::Number(2.5))));
    let node = Node::Pair(Box::new((inner, Node::Name("X"))));
    let mut names = Names::default();
    println!(
        "{} {} {:?}",
        node.accept(&mut Depth),
        node.accept(&mut names),
        names.seen
    );
}
