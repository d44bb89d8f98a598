//~ family: E0220-typo
mod machine {
    pub trait Machine {
        type State: Copy;
        type Input;

        fn start(&self) -> Self::State;
        fn step(&self, state: Self::State, input: &Self::Input) -> Option<Self::State>;
    }

    pub fn run<M: Machine>(machine: &M, inputs: &[M::Input]) -> Option<M::State> {
        let mut state = machine.start();
        for input in inputs {
            state = machine.step(state, input)?;
        }
        Some(state)
    }
}

use machine::{Machine, run};

struct Lift {
    floors: i8,
}

impl Machine for Lift {
    type State = i8;
    type Input = i8;

    fn start(&self) -> i8 {
        0
    }

    fn step(&self, floor: i8, by: &Self::Input) -> Option<Self::State> {
        let next = floor + by;
        (0..self.floors).contains(&next).then_some(next)
    }
}

fn main() {
    let lift = Lift { floors: 5 };
    println!("{:?} {:?}", run(&lift, &[3, -1, 2]), run(&lift, &[3, 3]));
}
