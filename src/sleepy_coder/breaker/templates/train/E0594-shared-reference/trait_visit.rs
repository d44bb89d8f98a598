//~ family: E0594-shared-reference
trait Visit {
    fn visit(&mut self, depth: usize, seen: &mut usize);
}

#[derive(Debug)]
struct Leaf<T> {
    value: T,
    depth: Option<usize>,
}

impl<T: Clone + PartialOrd> Leaf<T> {
    fn lower(&mut self, other: &T) -> &mut Self {
        if *other < self.value {
            self.value = other.clone();
        }
        self
    }
}

impl<T> Visit for Leaf<T> {
    fn visit(&mut self, depth: usize, seen: &mut usize) {
        *seen += depth;
        self.depth = Some(depth);
    }
}

fn relabel<'l>(leaves: &'l mut [Leaf<char>], mark: &mut char) -> Option<&'l Leaf<char>> {
    let (first, rest) = leaves.split_first_mut()?;
    first.value = *mark;
    *mark = 'z';
    for leaf in rest.iter_mut().filter(|leaf| leaf.depth.is_none()) {
        leaf.value = '-';
    }
    Some(first)
}

fn main() {
    let mut leaves: Vec<Leaf<char>> = "cab".chars().map(|value| Leaf { value, depth: None }).collect();
    let mut seen = 0;
    for (depth, leaf) in leaves.iter_mut().enumerate() {
        leaf.visit(depth, &mut seen);
        leaf.lower(&'b').depth = None;
    }
    let mut mark = '*';
    println!("{seen} {:?}", relabel(&mut leaves, &mut mark).is_some());
    println!("{mark} {leaves:?}");
}
