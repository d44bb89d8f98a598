//~ family: E0310-static-removed
use std::collections::BTreeMap;
use std::fmt::Display;

trait Plugin {
    fn run(&self, input: i32) -> String;
}

struct Label<D>(D);

impl<D: Display> Plugin for Label<D> {
    fn run(&self, input: i32) -> String {
        format!("{}{input}", self.0)
    }
}

#[derive(Default)]
struct Host {
    plugins: BTreeMap<u8, Box<dyn Plugin>>,
}

impl Host {
    fn label<D: Display + 'static>(&mut self, rank: u8, text: D) -> &mut Self {
        self.plugins.insert(rank, Box::new(Label(text)));
        self
    }
}

fn single(plugin: impl Plugin + 'static) -> Host {
    let mut host = Host::default();
    host.plugins.insert(0, Box::new(plugin));
    host
}

fn main() {
    let mut host = Host::default();
    host.label(2, '#').label(1, "no ");
    let texts: Vec<String> = host.plugins.values().map(|plugin| plugin.run(8)).collect();
    println!("{}", texts.join("; "));
    println!("{}", single(Label(5)).plugins[&0].run(1));
}
