//~ family: E0606-deref-removed
fn fastest(laps: &[(u32, &str)]) -> Option<(f64, String)> {
    let (millis, runner) = laps.iter().min_by_key(|lap| lap.0)?;
    let seconds = *millis as f64 / 1000.0;
    Some((seconds, runner.to_string()))
}

fn main() {
    let laps = [(61_450, "Tove"), (59_905, "Sami"), (64_020, "Rui")];
    if let Some((seconds, runner)) = fastest(&laps) {
        println!("{runner} in {seconds:.3}");
    }
    println!("{:?}", fastest(&[]));
}
