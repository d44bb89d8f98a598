//~ family: E0220-typo
trait Graph {
    type Node: Copy + PartialEq;
    type Edges: IntoIterator<Item = (Self::Node, u32)>;

    fn edges(&self, from: Self::Node) -> Self::Edges;
    fn nearest(&self, from: Self::Node) -> Option<Self::Node> {
        self.edges(from).into_iter().min_by_key(|(_, cost)| *cost).map(|(node, _)| node)
    }
}

struct Ring(usize);

impl Graph for Ring {
    type Node = usize;
    type Edges = [(usize, u32); 2];

    fn edges(&self, from: Self::Node) -> Self::Edges {
        let Ring(size) = *self;
        [((from + 1) % size, 4), ((from + size - 1) % size, 3)]
    }
}

fn walk<G>(graph: &G, start: G::Node, steps: usize) -> Vec<G::Node>
where
    G: Graph,
{
    let mut trail = vec![start];
    for _ in 0..steps {
        match trail.last().and_then(|node| graph.nearest(*node)) {
            Some(next) => trail.push(next),
            None => break,
        }
    }
    trail
}

fn total<E>(edges: E) -> u32
where
    E: IntoIterator<Item = (usize, u32)>,
{
    edges.into_iter().map(|(_, cost)| cost).sum()
}

fn main() {
    let ring = Ring(5);
    println!("{:?} {}", walk(&ring, 2, 4), total(ring.edges(0)));
}
