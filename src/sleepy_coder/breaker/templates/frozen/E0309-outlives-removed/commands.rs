//~ family: E0309-outlives-removed
use std::collections::BTreeMap;

trait Command {
    fn run(&mut self, argument: i64) -> i64;
}

impl<F: FnMut(i64) -> i64> Command for F {
    fn run(&mut self, argument: i64) -> i64 {
        self(argument)
    }
}

#[derive(Default)]
struct Shell<'c> {
    commands: BTreeMap<&'static str, Box<dyn Command + 'c>>,
}

impl<'c> Shell<'c> {
    fn add<C: Command + 'c>(mut self, name: &'static str, command: C) -> Self {
        self.commands.insert(name, Box::new(command));
        self
    }

    fn call(&mut self, name: &str, argument: i64) -> Option<i64> {
        let command = self.commands.get_mut(name)?;
        Some(command.run(argument))
    }
}

fn main() {
    let mut history = Vec::new();
    let mut shell = Shell::default().add("double", |value| value * 2).add("note", |value| {
        history.push(value);
        value
    });
    println!("{:?} {:?} {:?}", shell.call("double", 21), shell.call("note", 5), shell.call("halve", 8));
    drop(shell);
    println!("{history:?}");
}
