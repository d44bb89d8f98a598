//~ family: E0046-type-removed
mod pipeline {
    pub trait Step {
        type Input;
        type Output;
        fn run(&mut self, input: Self::Input) -> Self::Output;
    }

    pub struct Split;
    pub struct Totals {
        pub runs: u32,
    }

    impl Step for Split {
        type Input = &'static str;
        type Output = Vec<i32>;
        fn run(&mut self, input: &'static str) -> Vec<i32> {
            input.split(',').filter_map(|part| part.parse().ok()).collect()
        }
    }

    impl Step for Totals {
        type Input = Vec<i32>;
        type Output = Option<(u32, i32)>;
        fn run(&mut self, input: Vec<i32>) -> Option<(u32, i32)> {
            self.runs += 1;
            let last = *input.last()?;
            Some((self.runs, input.iter().sum::<i32>() - last))
        }
    }
}

use pipeline::{Split, Step, Totals};

fn main() {
    let mut totals = Totals { runs: 0 };
    for line in ["4,5,x,6", "none", "7"] {
        let numbers = Split.run(line);
        println!("{:?}", totals.run(numbers));
    }
}
