//~ family: parse-keyword
const NAMES: [&str; 4] = ["new", "waxing", "full", "waning"];

fn phase(day: usize) -> &'static str {
    let quarter = day % 28 / 7;
    NAMES[quarter]
}

fn first_full(from: usize) -> usize {
    let mut day = from;
    while phase(day) != "full" {
        day += 1;
    }
    day
}

fn main() {
    let start = 3;
    let days: Vec<&str> = (start..start + 9).step_by(4).map(phase).collect();
    println!("{days:?}");
    println!("{}", first_full(start));
}
