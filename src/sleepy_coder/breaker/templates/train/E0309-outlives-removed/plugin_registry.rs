//~ family: E0309-outlives-removed
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::rc::Rc;

trait Plugin {
    fn run(&self, input: &str) -> String;
}

struct Constant<V>(V);

impl<V: Debug> Plugin for Constant<V> {
    fn run(&self, input: &str) -> String {
        format!("{input}={:?}", self.0)
    }
}

#[derive(Default)]
struct Registry<'r> {
    plugins: BTreeMap<&'static str, Rc<dyn Plugin + 'r>>,
}

impl<'r> Registry<'r> {
    fn register<P: Plugin + 'r>(&mut self, name: &'static str, plugin: P) -> Option<Rc<dyn Plugin + 'r>> {
        self.plugins.insert(name, Rc::new(plugin))
    }

    fn constant<V>(mut self, name: &'static str, value: V) -> Self
    where
        V: Debug + 'r,
    {
        self.plugins.insert(name, Rc::new(Constant(value)));
        self
    }

    fn single<V: 'r + Debug>(value: V) -> Registry<'r> {
        let shared: Rc<dyn Plugin + 'r> = Rc::new(Constant(value));
        Registry { plugins: BTreeMap::from([("single", shared)]) }
    }
}

fn main() {
    let word = String::from("tea");
    let mut registry = Registry::single(&word).constant("seven", 7);
    let old = registry.register("seven", Constant(word.as_str()));
    println!("{:?}", old.map(|plugin| plugin.run("old")));
    for (name, plugin) in &registry.plugins {
        println!("{name} {}", plugin.run("x"));
    }
}
