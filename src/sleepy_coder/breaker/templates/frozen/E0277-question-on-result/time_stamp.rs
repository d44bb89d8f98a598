//~ family: E0277-question-on-result
//~ vary u32: u32 | u16 | u64
fn minutes(stamp: &str) -> Option<u32> {
    let (hours, minutes) = stamp.split_once(':')?;
    let hours = hours.parse::<u32>().ok()?;
    let minutes = minutes.parse::<u32>().ok()?;
    if hours < 24 && minutes < 60 { Some(hours * 60 + minutes) } else { None }
}

fn between(from: &str, to: &str) -> Option<u32> {
    minutes(to)?.checked_sub(minutes(from)?)
}

fn main() {
    println!("{:?}", between("07:45", "09:10"));
    println!("{:?} {:?}", between("9", "10:00"), between("07:45", "24:00"));
}
