//~ family: parse-arrow
fn main() {
    let mut n = Some(3);
    let t = loop {
        n = match n {
            Some(0) => None,
            Some(k) => Some(k - 1),
            None => break 7,
        };
    };
    println!(
        "{t} {}",
        match t {
            7 => 'x',
            _ => 'y',
        }
    );
}
