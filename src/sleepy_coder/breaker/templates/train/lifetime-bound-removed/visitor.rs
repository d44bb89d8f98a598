//~ family: lifetime-bound-removed
trait Visitor {
    fn visit(&mut self, name: &str);
}

struct Collect<'v> {
    found: &'v mut Vec<String>,
}

impl Visitor for Collect<'_> {
    fn visit(&mut self, name: &str) {
        self.found.push(name.to_lowercase());
    }
}

fn collector<'v>(found: &'v mut Vec<String>) -> Box<dyn Visitor + 'v> {
    Box::new(Collect { found })
}

fn visitors<'v>(one: &'v mut Vec<String>, two: &'v mut Vec<String>) -> Vec<Box<dyn Visitor + 'v>> {
    vec![collector(one), collector(two)]
}

fn main() {
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for (at, visitor) in visitors(&mut one, &mut two).iter_mut().enumerate() {
        visitor.visit("Root");
        if at > 0 {
            visitor.visit("Leaf");
        }
    }
    println!("{one:?} {two:?}");
}
