//~ family: E0038-sized-removed
trait Stage<T> {
    fn apply(&self, input: T) -> T;

    fn before<N>(&self, next: &N, input: T) -> T
    where
        N: Stage<T>,
        Self: Sized,
    {
        next.apply(self.apply(input))
    }

    fn repeat<const N: usize>(&self, mut input: T) -> T
    where
        Self: Sized,
    {
        for _ in 0..N {
            input = self.apply(input);
        }
        input
    }
}

struct Then<A, B>(A, B);
struct Add(u64);

impl Stage<u64> for Add {
    fn apply(&self, input: u64) -> u64 {
        input + self.0
    }
}

impl<T, A: Stage<T>, B: Stage<T>> Stage<T> for Then<A, B> {
    fn apply(&self, input: T) -> T {
        self.1.apply(self.0.apply(input))
    }
}

fn main() {
    let stages: Vec<Box<dyn Stage<u64>>> = vec![Box::new(Add(5)), Box::new(Then(Add(1), Add(20)))];
    println!("{}", stages.iter().fold(0, |value, stage| stage.apply(value)));
    println!("{} {}", Add(3).repeat::<4>(100), Add(4).before(&Add(9), 30));
}
