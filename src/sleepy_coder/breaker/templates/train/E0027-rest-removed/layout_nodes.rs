//~ family: E0027-rest-removed
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<RefCell<Node>>;

enum Node {
    Leaf {
        width: usize,
        text: String,
        bold: bool,
    },
    Row {
        gap: usize,
        children: Vec<Shared>,
        border: Option<char>,
    },
}

fn leaf(text: &str, bold: bool) -> Shared {
    Rc::new(RefCell::new(Node::Leaf {
        width: text.len(),
        text: text.to_string(),
        bold,
    }))
}

fn width(node: &Shared) -> usize {
    match &*node.borrow() {
        Node::Leaf { width, .. } => *width,
        Node::Row { children, gap, .. } => {
            let inner: usize = children.iter().map(width).sum();
            inner + gap * children.len().saturating_sub(1)
        }
    }
}

fn render(node: &Shared) -> String {
    let node = node.borrow();
    if let Node::Leaf { text, bold, .. } = &*node {
        return if *bold { text.to_uppercase() } else { text.clone() };
    }
    let Node::Row { gap, children, border } = &*node else {
        unreachable!()
    };
    let inside: Vec<String> = children.iter().map(render).collect();
    let line = inside.join(&" ".repeat(*gap));
    border.map_or(line.clone(), |edge| format!("{edge}{line}{edge}"))
}

fn embolden(node: &Shared) {
    if let Node::Leaf { bold, .. } = &mut *node.borrow_mut() {
        *bold = true;
    }
}

fn main() {
    let children = vec![leaf("left", false), leaf("right", false)];
    embolden(&children[0]);
    let row = Rc::new(RefCell::new(Node::Row {
        gap: 3,
        children,
        border: Some('|'),
    }));
    println!("{} {}", render(&row), width(&row));
}
