//~ family: E0499-second-borrow
struct Arena {
    nodes: Vec<Vec<&'static str>>,
}

impl Arena {
    fn node(&mut self, at: usize) -> &mut Vec<&'static str> {
        if at >= self.nodes.len() {
            self.nodes.resize(at + 1, Vec::new());
        }
        &mut self.nodes[at]
    }

    fn link(&mut self, left: usize, right: usize) -> usize {
        let one = self.node(left);
        one.push("out");
        let other = self.node(right);
        other.push("in");
        self.nodes.len()
    }
}

fn main() {
    let mut arena = Arena { nodes: Vec::new() };
    println!("{}", arena.link(0, 3));
    let start = arena.node(0);
    start.push("root");
    let end = arena.node(3);
    end.clear();
    println!("{:?}", arena.nodes);
}
