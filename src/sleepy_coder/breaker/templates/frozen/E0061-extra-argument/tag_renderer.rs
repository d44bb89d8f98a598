//~ family: E0061-extra-argument
//~ vary aside: aside | section | footer
fn open_tag(element: &str, attributes: &[(&str, &str)]) -> String {
    let listed: String = attributes.iter().map(|(key, value)| format!(" {key}='{value}'")).collect();
    format!("<{element}{listed}>")
}

fn close_tag(element: &str) -> String {
    format!("</{element}>")
}

trait Node {
    fn markup(&self, depth: usize) -> Vec<String>;
}

impl Node for &str {
    fn markup(&self, depth: usize) -> Vec<String> {
        vec![format!("{}{self}", "  ".repeat(depth))]
    }
}

impl<N: Node> Node for (&str, Vec<N>) {
    fn markup(&self, depth: usize) -> Vec<String> {
        let pad = "  ".repeat(depth);
        let mut output = vec![pad.clone() + &open_tag(self.0, &[("id", self.0)])];
        output.extend(self.1.iter().flat_map(|child| child.markup(depth + 1)));
        output.push(pad + &close_tag(self.0));
        output
    }
}

fn main() {
    let page = ("aside", vec![("p", vec!["fresh figs"]), ("em", vec!["sold out"])]);
    println!("{}", page.markup(0).join("\n"));
}
