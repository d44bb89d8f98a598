//~ family: E0382-loop-moved
//~ vary i64: i64 | i32
//~ vary max: max | min
fn spread(samples: Vec<i64>) -> Option<i64> {
    let highest = samples.iter().max().copied()?;
    let sum: i64 = samples.iter().sum();
    Some(highest * samples.len() as i64 - sum)
}

fn doubled(samples: Vec<i64>) -> (Vec<i64>, usize) {
    let twice = samples.iter().map(|sample| sample * 2).collect();
    (twice, samples.len())
}

fn main() {
    println!("{:?}", spread(vec![4, 9, 6]));
    println!("{:?}", spread(Vec::new()));
    let (twice, count) = doubled(vec![10, 20]);
    println!("{twice:?} {count}");
}
