//~ family: parse-quote
fn main() {
    for step in 0..5 {
        println!("{} {}", step, name(step));
    }
}

fn name(step: usize) -> String {
    let (first, second) = PAIRS[step % PAIRS.len()];
    if step > 2 {
        format!("{first}-{second}!")
    } else {
        first.to_owned() + second
    }
}

const PAIRS: [(&str, &str); 3] = [("north", "wind"), ("salt", "lake"), ("open", "field")];
