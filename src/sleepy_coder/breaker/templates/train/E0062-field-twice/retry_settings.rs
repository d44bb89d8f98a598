//~ family: E0062-field-twice
//~ vary u64: u64 | u32 | i64
#[derive(Debug, Default, Clone)]
struct Retry {
    attempts: u64,
    pause: u64,
    loud: bool,
}

#[derive(Debug)]
struct TooMany {
    wanted: u64,
}

fn gentle(attempts: u64) -> Result<Retry, TooMany> {
    if attempts > 100 {
        return Err(TooMany { wanted: attempts });
    }
    Ok(Retry { attempts, pause: attempts * 10, ..Default::default() })
}

fn main() {
    for attempts in [3, 1] {
        if let Ok(retry) = gentle(attempts) {
            println!("{} tries, {} ms", retry.attempts, retry.pause);
        }
    }
    let shouting = Retry { loud: true, ..Retry::default() };
    println!("{:?} {:?}", shouting, gentle(1000).map_err(|error| error.wanted));
}
