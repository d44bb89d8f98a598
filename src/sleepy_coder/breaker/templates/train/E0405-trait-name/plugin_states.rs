//~ family: E0405-trait-name
mod plugin {
    use std::rc::Rc;

    pub trait Stage {
        type Output: Copy + Into<f64>;

        fn run(&self, input: &[u8]) -> Self::Output;
    }

    pub trait Named: Stage {
        fn name(&self) -> String;
    }

    pub struct Sum;

    impl Stage for Sum {
        type Output = u32;

        fn run(&self, input: &[u8]) -> u32 {
            input.iter().map(|byte| u32::from(*byte)).sum()
        }
    }

    impl Named for Sum {
        fn name(&self) -> String {
            "sum".to_owned()
        }
    }

    pub fn chosen() -> Rc<dyn Named<Output = u32>> {
        Rc::new(Sum)
    }
}

use plugin::{Named, Stage};

fn show<N: Named + ?Sized>(stage: &N, input: &[u8]) -> String {
    let value: f64 = stage.run(input).into();
    format!("{} {value:.1}", stage.name())
}

fn best<'s, S>(stages: &'s [S], input: &[u8]) -> Option<&'s S>
where
    S: Stage<Output = u32>,
{
    stages.iter().max_by_key(|stage| stage.run(input))
}

fn main() {
    println!("{}", show(plugin::chosen().as_ref(), &[1, 2]));
    println!("{}", best(&[plugin::Sum], &[]).is_some());
}
