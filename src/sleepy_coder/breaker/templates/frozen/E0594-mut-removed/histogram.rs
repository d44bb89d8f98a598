//~ family: E0594-mut-removed
fn histogram(text: &str) -> [usize; 4] {
    let mut sizes = [0; 4];
    for word in text.split_whitespace() {
        let slot = (word.len() - 1).min(3);
        sizes[slot] += 1;
    }
    sizes
}

fn longest_run(flags: &[bool]) -> u8 {
    let mut best = 0;
    let mut current = 0;
    let mut note = |on: bool| {
        current = if on { current + 1 } else { 0 };
        best = std::cmp::max(best, current);
    };
    for flag in flags {
        note(*flag);
    }
    best
}

fn main() {
    println!("{:?}", histogram("a bee is on the old oak branch"));
    println!("{}", longest_run(&[true, false, true, true, false]));
}
