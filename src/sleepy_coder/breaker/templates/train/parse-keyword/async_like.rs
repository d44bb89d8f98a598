//~ family: parse-keyword
pub trait Visitor {
    type Out;

    fn enter(&mut self, depth: usize);

    fn finish(self) -> Self::Out;
}

#[derive(Default)]
pub struct Deepest {
    best: usize,
}

impl Visitor for Deepest {
    type Out = Option<usize>;

    fn enter(&mut self, depth: usize) {
        let Deepest { best } = self;
        *best = depth.max(*best);
    }

    fn finish(self) -> Option<usize> {
        (self.best > 0).then_some(self.best)
    }
}

pub(crate) fn walk<V: Visitor>(text: &str, mut visitor: V) -> V::Out {
    let mut depth = 0usize;
    for letter in text.chars() {
        let change: isize = match letter {
            '(' => 1,
            ')' => -1,
            _ => continue,
        };
        depth = depth.saturating_add_signed(change);
        visitor.enter(depth);
    }
    visitor.finish()
}

fn main() {
    let found = walk("a(b(c)d)(e)", Deepest::default());
    println!("{:?}", found);
}
