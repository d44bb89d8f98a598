//~ family: E0532-arguments-removed
#[derive(Debug)]
enum Problem {
    TooLarge(usize),
    Banned(&'static str),
}

fn upload(name: &'static str, size: usize) -> Result<usize, Problem> {
    if name.ends_with(".exe") {
        return Err(Problem::Banned(name));
    }
    if size > 500 { Err(Problem::TooLarge(size - 500)) } else { Ok(size) }
}

fn status(outcome: &Result<usize, Problem>) -> u16 {
    match outcome {
        Ok(_) => 200,
        Err(Problem::TooLarge(_)) => 413,
        Err(Problem::Banned(_)) => 403,
    }
}

fn main() {
    for (name, size) in [("plan.pdf", 90), ("film.mov", 900), ("run.exe", 3)] {
        println!("{}", status(&upload(name, size)));
    }
}
