//~ family: E0384-mut-removed
//~ vary u64: u64 | i64 | u128
//~ vary max_by_key: max_by_key | min_by_key
fn steps_to_one(start: u64) -> (usize, u64) {
    let mut value = start;
    let mut peak = start;
    let mut steps = 0usize;
    while value > 1 {
        value = if value % 2 == 0 { value / 2 } else { grow(value) };
        peak = peak.max(value);
        steps += 1;
        if steps > 500 {
            return (steps, peak);
        }
    }
    (steps, peak)
}

fn grow(value: u64) -> u64 {
    value.wrapping_mul(3).wrapping_add(1)
}

fn main() {
    let seeds: Vec<u64> = vec![6, 11, 27];
    for seed in &seeds {
        let (steps, peak) = steps_to_one(*seed);
        println!("{seed:>3} -> {steps} steps, peak {peak}");
    }
    let champion = seeds.iter().max_by_key(|seed| steps_to_one(**seed).0);
    if let Some(seed) = champion {
        println!("picked {seed}");
    }
}
