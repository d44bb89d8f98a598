//~ family: E0308-if-assign
//~ vary u8: u8 | usize
const OFF: u8 = 0;

fn longest_rest(week: &[u8]) -> usize {
    let mut best = 0;
    let mut rest = 0;
    for shift in week {
        let hours = *shift;
        if hours == OFF {
            rest += 1;
        } else {
            rest = 0;
        }
        if rest > best {
            best = rest;
        }
    }
    best
}

fn main() {
    let week = [8, 0, 0, 6, 0, 0, 0];
    let mut left = longest_rest(&week);
    println!("{left}");
    while left == 3 {
        left -= 1;
        println!("one day less");
    }
}
