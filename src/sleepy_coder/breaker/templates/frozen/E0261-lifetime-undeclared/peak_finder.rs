//~ family: E0261-lifetime-undeclared
//~ vary i32: i32 | i64 | u16
struct Series<'d> {
    samples: &'d [i32],
}

fn peaks(series: &Series) -> Vec<usize> {
    series
        .samples
        .windows(3)
        .enumerate()
        .filter(|(_, trio)| matches!(trio, [a, b, c] if b > a && b > c))
        .map(|(at, _)| at + 1)
        .collect()
}

fn highest<'d>(samples: &'d [i32]) -> Option<&i32> {
    samples.iter().max()
}

fn main() {
    let heights = vec![3, 18, 7, 7, 25, 11, 40, 2];
    let series = Series { samples: &heights };
    for at in peaks(&series) {
        let bar = "#".repeat(at);
        println!("{bar} peak at {at}");
    }
    println!("top {:?} of {}", highest(&heights), series.samples.len());
}
