//~ family: E0308-else-type
#[derive(Debug)]
enum Fault {
    Low(i32),
    High,
}

fn check(value: i32) -> Result<i32, Fault> {
    let checked = if value < 0 { Err(Fault::Low(value)) } else { Ok(value * 10) };
    let Ok(scaled) = checked else { return checked };
    let capped = if scaled > 900 { Err(Fault::High) } else { Ok(scaled) };
    capped
}

fn main() {
    let checks: Vec<Result<i32, Fault>> = [4, -3, 95].into_iter().map(check).collect();
    println!("{checks:?}");
    let first = if checks.len() > 5 { None } else { Some(checks.len()) };
    println!("{}", first.unwrap_or(0));
}
