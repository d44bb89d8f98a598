//~ family: E0505-use-removed
//~ edition: 2024
//~ vary u32: u32 | u64 | usize
#[derive(Clone, Copy)]
struct Step {
    by: u32,
    times: u32,
}

struct Plan<'p> {
    steps: &'p [Step],
    next: u32,
}

impl<'p> Plan<'p> {
    fn numbers(&self) -> impl Iterator<Item = u32> + use<'p> {
        let start = self.next;
        self.steps.iter().scan(start, |at, step| {
            *at += step.by * step.times;
            Some(*at)
        })
    }

    fn above(&self) -> impl Fn(u32) -> bool + use<'_> {
        |value| value > self.next
    }
}

fn countdown(from: &u32) -> impl DoubleEndedIterator<Item = u32> + use<> {
    (1..=*from).rev()
}

fn main() {
    let steps = [Step { by: 3, times: 2 }, Step { by: 5, times: 1 }];
    let mut plan = Plan { steps: &steps, next: 10 };
    println!("{}", plan.above()(12));
    let numbers = plan.numbers();
    plan.next = 70;
    println!("{:?} {}", numbers.collect::<Vec<_>>(), plan.next);

    let mut launch = 4;
    let beats = countdown(&launch);
    launch += 1;
    for beat in beats {
        print!("{beat} ");
    }
    println!("{launch}");
}
