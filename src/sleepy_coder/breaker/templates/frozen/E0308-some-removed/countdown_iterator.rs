//~ family: E0308-some-removed
//~ vary u64: u64 | i64 | u128
//~ vary liftoff: liftoff | launch | ignition
struct Halving {
    left: u64,
}

impl Iterator for Halving {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.left == 0 {
            return None;
        }
        let shown = self.left;
        self.left /= 2;
        Some(shown)
    }
}

fn nth_even(source: Halving, position: usize) -> Option<u64> {
    let mut seen = 0;
    for value in source {
        if value % 2 == 0 {
            if seen == position {
                return Some(value);
            }
            seen += 1;
        }
    }
    None
}

fn main() {
    let steps: Vec<String> = Halving { left: 90 }.map(|value| value.to_string()).collect();
    println!("{} liftoff", steps.join(".."));
    let second = nth_even(Halving { left: 90 }, 1);
    println!("second even {second:?}");
}
