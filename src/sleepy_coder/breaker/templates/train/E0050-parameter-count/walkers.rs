//~ family: E0050-parameter-count
trait Visit {
    fn enter(&mut self, name: &str, depth: usize);
    fn leave(&mut self, name: &str);
}

#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

#[derive(Default)]
struct Names {
    joined: String,
    left: u32,
}

impl Visit for Outline {
    fn enter(&mut self, name: &str, depth: usize) {
        self.lines.push(format!("{}{name}", " ".repeat(depth)));
    }

    fn leave(&mut self, name: &str) {
        self.lines.push(format!("/{name}"));
    }
}

impl Visit for Names {
    fn enter(&mut self, name: &str, _depth: usize) {
        self.joined.push_str(name);
    }

    fn leave(&mut self, _name: &str) {
        self.left += 1;
    }
}

fn walk(visit: &mut dyn Visit) {
    visit.enter("root", 0);
    visit.enter("leaf", 2);
    visit.leave("leaf");
    visit.leave("root");
}

fn main() {
    let (mut outline, mut names) = (Outline::default(), Names::default());
    walk(&mut outline);
    walk(&mut names);
    println!("{}", outline.lines.join(","));
    println!("{} {}", names.joined, names.left);
}
