//~ family: E0594-mut-removed
//~ vary f64: f64 | f32
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
struct Stats {
    total: f64,
    extremes: (f64, f64),
    by_hour: [u32; 4],
}

fn summarize(samples: &[(usize, f64)]) -> Option<Stats> {
    let (_, first) = samples.first()?;
    let mut stats = Stats { extremes: (*first, *first), ..Stats::default() };
    stats.by_hour[0] = samples.iter().filter(|(hour, _)| *hour < 12).count() as u32;
    Some(stats)
}

fn totals(groups: &BTreeMap<char, Vec<f64>>) -> Vec<(char, f64)> {
    let mut sums = vec![('-', 0.0); groups.len()];
    for (slot, (group, values)) in groups.iter().enumerate() {
        sums[slot] = (*group, values.iter().sum());
    }
    sums
}

fn scaled(stats: &Stats, factor: f64) -> Stats {
    let apply = |mut copy: Stats| {
        copy.total *= factor;
        copy
    };
    apply(Stats { total: stats.extremes.1, ..stats.clone() })
}

fn main() {
    let groups = BTreeMap::from([('n', vec![1.5, 2.5]), ('s', vec![4.0])]);
    println!("{:?}", totals(&groups));
    let mut seen = 0;
    let mut observe = |hour: usize| {
        seen += 1;
        (hour, hour as f64 / 2.0)
    };
    let samples = [observe(6), observe(15)];
    if let Some(stats) = summarize(&samples) {
        println!("{:?} of {seen}", scaled(&stats, 2.0));
    }
}
