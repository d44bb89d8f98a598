//~ family: E0310-static-removed
struct Lazy<T: 'static> {
    value: &'static T,
    reads: u32,
}

impl<T: Copy + 'static> Lazy<T> {
    fn read(&mut self) -> T {
        self.reads += 1;
        *self.value
    }
}

struct Chain<I> {
    steps: Vec<Box<dyn Fn(I) -> I>>,
}

impl<I: 'static> Chain<I> {
    fn then(mut self, step: fn(I) -> I) -> Self {
        self.steps.push(Box::new(move |input| step(input)));
        self
    }

    fn run(&self, start: I) -> I {
        self.steps.iter().fold(start, |value, step| step(value))
    }
}

fn main() {
    let mut lazy = Lazy { value: &12, reads: 0 };
    let sum = lazy.read() + lazy.read();
    println!("{sum} after {}", lazy.reads);
    let chain = Chain { steps: Vec::new() }.then(|number| number * 3).then(|number| number + 1);
    println!("{}", chain.run(sum));
}
