//~ family: E0191-binding-removed
use std::collections::BTreeMap;
use std::rc::Rc;

trait Plugin {
    type Input;
    type Output;

    fn run(&self, input: Self::Input) -> Self::Output;
}

struct Length;
struct Offset {
    by: usize,
}

impl Plugin for Length {
    type Input = String;
    type Output = usize;

    fn run(&self, input: String) -> usize {
        input.len()
    }
}

impl Plugin for Offset {
    type Input = String;
    type Output = usize;

    fn run(&self, input: Self::Input) -> Self::Output {
        self.by + input.chars().filter(|c| c.is_alphabetic()).count()
    }
}

type Shared = Rc<dyn Plugin<Input = String, Output = usize>>;

struct Registry {
    plugins: BTreeMap<&'static str, Shared>,
    fallback: Option<Box<dyn Plugin<Input = String, Output = usize>>>,
}

fn apply(plugin: &dyn Plugin<Input = String, Output = usize>, text: &str) -> usize {
    plugin.run(text.to_string())
}

fn main() {
    let plugins = BTreeMap::from([("length", Rc::new(Length) as Shared), ("offset", Rc::new(Offset { by: 7 }))]);
    let registry = Registry { plugins, fallback: Some(Box::new(Offset { by: 1 })) };
    for (name, plugin) in &registry.plugins {
        println!("{name} {}", apply(plugin.as_ref(), "b4"));
    }
    println!("{:?}", registry.fallback.map(|plugin| plugin.run("end".into())));
}
