//~ family: E0185-self-added
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Light {
    Red,
    Green,
    Amber,
}

trait Machine {
    type State: Copy;
    const START: Self::State;

    fn next(state: Self::State) -> Self::State;
    fn is_final(state: Self::State, steps: usize) -> bool;
}

struct Traffic;

impl Machine for Traffic {
    type State = Light;
    const START: Light = Light::Red;

    fn next(state: Light) -> Light {
        match state {
            Light::Red => Light::Green,
            Light::Green => Light::Amber,
            Light::Amber => Light::Red,
        }
    }

    fn is_final(_state: Light, steps: usize) -> bool {
        steps >= 4
    }
}

impl<M: Machine> Machine for (M, Traffic) {
    type State = (M::State, Light);
    const START: Self::State = (M::START, Light::Amber);

    fn next((left, right): Self::State) -> Self::State {
        (M::next(left), Traffic::next(right))
    }

    fn is_final((left, right): Self::State, steps: usize) -> bool {
        right == Light::Green || M::is_final(left, steps)
    }
}

fn run<M: Machine>() -> (usize, M::State) {
    let (mut state, mut steps) = (M::START, 0);
    while !M::is_final(state, steps) {
        state = M::next(state);
        steps += 1;
    }
    (steps, state)
}

fn main() {
    println!("{:?} {:?}", run::<Traffic>(), run::<(Traffic, Traffic)>());
}
