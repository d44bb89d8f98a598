//~ family: E0782-dyn-removed
use std::collections::HashMap;
use std::rc::Rc;

trait Visit {
    fn enter(&mut self, name: &str);
    fn total(&self) -> usize {
        0
    }
}

#[derive(Default)]
struct Depths(HashMap<String, usize>);

impl Visit for Depths {
    fn enter(&mut self, name: &str) {
        *self.0.entry(name.to_string()).or_default() += 1;
    }
    fn total(&self) -> usize {
        self.0.values().sum()
    }
}

enum Item {
    Leaf(&'static str),
    Branch(Vec<Item>),
    Computed(Rc<dyn Fn() -> String>),
}

fn walk(item: &Item, visitor: &mut dyn Visit) {
    match item {
        Item::Leaf(name) => visitor.enter(name),
        Item::Branch(items) => items.iter().for_each(|item| walk(item, visitor)),
        Item::Computed(make) => visitor.enter(&make()),
    }
}

fn boxed(start: Option<Depths>) -> Box<dyn Visit> {
    Box::new(start.unwrap_or_default())
}

fn main() {
    let make: Rc<dyn Fn() -> String> = Rc::new(|| "x".repeat(3));
    let tree = Item::Branch(vec![Item::Leaf("a"), Item::Computed(Rc::clone(&make)), Item::Leaf("a")]);
    let mut visitor = boxed(None);
    walk(&tree, visitor.as_mut());
    println!("{}", visitor.total());
    let sinks: [&mut dyn Visit; 1] = [&mut Depths::default()];
    for sink in sinks {
        sink.enter("b");
        println!("{}", sink.total());
    }
}
