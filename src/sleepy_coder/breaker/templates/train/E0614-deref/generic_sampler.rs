//~ family: E0614-deref
//~ vary u32: u32 | u64
use std::collections::HashMap;

struct Sampler {
    seed: u32,
    drawn: HashMap<u32, usize>,
}

impl Iterator for Sampler {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mixed = self.seed.wrapping_mul(5).rotate_left(3);
        let fresh = mixed ^ self.seed;
        *self.drawn.entry(fresh % 6).or_default() += 1;
        self.seed = fresh;
        Some(fresh % 6 + 1)
    }
}

fn average<I>(rolls: I) -> Option<f32>
where
    I: IntoIterator<Item = u32>,
{
    let mut count = 0;
    let mut total = 0;
    for roll in rolls {
        count += 1;
        total += roll;
    }
    let mean = total as f32 / count.max(1) as f32;
    (count > 0).then_some(mean)
}

fn fairness(sampler: &Sampler, rolls: usize) -> bool {
    let most = sampler.drawn.values().copied().max().unwrap_or(0);
    let expected = rolls / 6 + 1;
    let allowed = expected * 3;
    most <= allowed && allowed > 0
}

fn main() {
    let mut sampler = Sampler { seed: 91, drawn: HashMap::new() };
    let rolls = 40;
    println!("{:?}", average(sampler.by_ref().take(rolls)).is_some());
    println!("{}", fairness(&sampler, rolls));
}
