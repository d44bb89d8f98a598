//~ family: E0308-box-removed
//~ vary i64: i64 | i32
use std::ops::{Add, Mul};

#[derive(Debug)]
enum Node {
    Leaf(i64),
    Op(char, Box<[Node; 2]>),
    Let { value: Box<Node>, body: Box<Node> },
    Var,
}

impl Add for Node {
    type Output = Node;

    fn add(self, other: Node) -> Node {
        Node::Op('+', Box::new([self, other]))
    }
}

impl Mul<i64> for Node {
    type Output = Box<Node>;

    fn mul(self, factor: i64) -> Self::Output {
        let right = Node::Leaf(factor);
        Box::new(Node::Op('*', Box::new([self, right])))
    }
}

fn eval(node: &Node, bound: i64) -> i64 {
    match node {
        Node::Leaf(value) => *value,
        Node::Var => bound,
        Node::Let { value, body } => eval(body, eval(value, bound)),
        Node::Op(sign, sides) => {
            let [left, right] = sides.as_ref();
            let (left, right) = (eval(left, bound), eval(right, bound));
            if *sign == '+' {
                left + right
            } else {
                left * right
            }
        }
    }
}

fn simplify(node: Box<Node>) -> Box<Node> {
    match *node {
        Node::Let { value, body } if matches!(*body, Node::Var) => simplify(value),
        Node::Op(_, sides) if matches!(sides[0], Node::Leaf(0)) => Box::new(Node::Leaf(0)),
        other => Box::new(other),
    }
}

fn main() {
    let product = (Node::Leaf(3) + Node::Var) * 4;
    let tree = Node::Let { value: Box::new(Node::Leaf(5)), body: product };
    println!("{}", eval(&tree, 1));
    println!("{:?}", simplify(Box::new(tree)));
}
