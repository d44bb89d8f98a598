//~ family: E0310-static-removed
struct Undo {
    steps: Vec<Box<dyn FnOnce() -> String>>,
}

impl Undo {
    fn note<S>(&mut self, what: S)
    where
        S: Into<String> + 'static,
    {
        self.steps.push(Box::new(|| what.into()));
    }
}

fn main() {
    let mut undo = Undo { steps: vec![] };
    undo.note("typed");
    undo.note('c');
    while let Some(step) = undo.steps.pop() {
        println!("{}", step());
    }
}
