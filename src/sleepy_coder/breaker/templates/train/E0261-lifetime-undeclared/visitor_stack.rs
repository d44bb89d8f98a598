//~ family: E0261-lifetime-undeclared
struct Frame<'p> {
    depth: usize,
    parent: Option<&'p Frame<'p>>,
}

impl<'p> Frame<'p> {
    fn root() -> Self {
        Frame { depth: 0, parent: None }
    }

    fn inner(parent: &'p Frame<'p>) -> Frame<'p> {
        Frame { depth: parent.depth + 1, parent: Some(parent) }
    }

    fn outermost(&'p self) -> &'p Frame<'p> {
        let mut frame = self;
        while let Some(above) = frame.parent {
            frame = above;
        }
        frame
    }
}

type Check<'c> = Box<dyn Fn(&Frame) -> bool + 'c>;

fn deeper_than<'n>(limit: &'n usize) -> Check<'n> {
    Box::new(move |frame| frame.depth > *limit)
}

fn main() {
    let root = Frame::root();
    let middle = Frame::inner(&root);
    let leaf = Frame::inner(&middle);
    let check = deeper_than(&1);
    println!("{} {} {}", leaf.outermost().depth, check(&leaf), check(&middle));
}
