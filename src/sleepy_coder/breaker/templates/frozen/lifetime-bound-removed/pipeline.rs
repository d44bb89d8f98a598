//~ family: lifetime-bound-removed
#[derive(Default)]
struct Pipeline {
    factor: f32,
    offset: f32,
}

impl Pipeline {
    fn stage(&self, name: char) -> Option<Box<dyn Fn(f32) -> f32 + '_>> {
        match name {
            '*' => Some(Box::new(|input| input * self.factor)),
            '+' => Some(Box::new(|input| input + self.offset)),
            _ => None,
        }
    }

    fn run(&self, plan: &str, input: f32) -> f32 {
        plan.chars().filter_map(|name| self.stage(name)).fold(input, |value, stage| stage(value))
    }
}

fn main() {
    let pipeline = Pipeline { factor: 1.5, offset: 4.0 };
    println!("{:.2}", pipeline.run("*+", 10.0));
    println!("{:.2}", pipeline.run("++-*", 0.0));
}
