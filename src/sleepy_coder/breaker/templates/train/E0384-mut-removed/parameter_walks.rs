//~ family: E0384-mut-removed
//~ vary u32: u32 | u64 | u16
fn digits(mut value: u32) -> Vec<u32> {
    let mut found = Vec::new();
    loop {
        found.push(value % 10);
        if value < 10 {
            return found;
        }
        value /= 10;
    }
}

fn trimmed(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix("./") {
        text = rest;
    }
    text
}

struct Node {
    parent: Option<usize>,
    label: char,
}

fn path(nodes: &[Node], mut at: usize) -> String {
    let mut names = nodes[at].label.to_string();
    while let Some(up) = nodes[at].parent {
        names.push(nodes[up].label);
        at = up;
    }
    names
}

fn main() {
    let nodes =
        [Node { parent: None, label: 'r' }, Node { parent: Some(0), label: 's' }, Node { parent: Some(1), label: 't' }];
    println!("{:?} {} {}", digits(1984), trimmed("././src"), path(&nodes, 2));
    let grow = |mut width: usize| {
        width *= 2;
        width + 1
    };
    println!("{}", grow(6));
}
