//~ family: E0507-borrow-removed
//~ vary u32: u32 | u16 | i64
type Link = Option<Box<Node>>;

struct Node {
    rank: u32,
    names: Vec<String>,
    left: Link,
    right: Link,
}

fn merge(one: Link, other: Link) -> Link {
    match (one, other) {
        (Some(mut low), Some(high)) if low.rank <= high.rank => {
            let right = low.right.take();
            low.right = merge(right, Some(high));
            std::mem::swap(&mut low.left, &mut low.right);
            Some(low)
        }
        (Some(low), Some(high)) => merge(Some(high), Some(low)),
        (one, other) => one.or(other),
    }
}

impl Node {
    fn single(rank: u32, name: &str) -> Link {
        Some(Box::new(Node {
            rank,
            names: vec![name.to_string()],
            left: None,
            right: None,
        }))
    }

    fn size(&self) -> usize {
        let sides = [self.left.as_ref(), self.right.as_ref()];
        1 + sides.into_iter().flatten().map(|node| node.size()).sum::<usize>()
    }

    fn detach(&mut self) -> Link {
        let left = self.left.take();
        merge(left, self.right.take())
    }

    fn first_name(&self) -> Option<&str> {
        let names = &self.names;
        names.first().map(String::as_str)
    }

    fn leftmost(&self) -> u32 {
        self.left.as_deref().map_or(self.rank, |node| node.leftmost())
    }
}

fn main() {
    let ranked = [(5, "fern"), (2, "moss"), (9, "reed")];
    let heap = ranked
        .into_iter()
        .fold(None, |heap, (rank, name)| merge(heap, Node::single(rank, name)));
    let mut root = heap.expect("three nodes");
    println!("{} {:?} {}", root.size(), root.first_name(), root.leftmost());
    println!("{:?}", root.detach().map(|node| node.size()));
}
