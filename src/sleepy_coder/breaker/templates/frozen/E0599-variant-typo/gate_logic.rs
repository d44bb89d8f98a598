//~ family: E0599-variant-typo
#[derive(Clone, Copy)]
enum Gate {
    Both,
    Either,
    Differ,
}

impl Gate {
    fn apply(self, left: bool, right: bool) -> bool {
        match self {
            Gate::Both => left && right,
            Gate::Either => left || right,
            Gate::Differ => left != right,
        }
    }
}

fn adder(left: bool, right: bool) -> (bool, bool) {
    let sum = Gate::Differ.apply(left, right);
    let carry = Gate::Both.apply(left, right);
    (sum, carry)
}

fn main() {
    println!("{:?} {:?}", adder(true, true), adder(true, false));
    let lit = Gate::Either.apply(false, true);
    println!("{lit}");
}
