//~ family: E0004-range-end
fn f(n: u8) -> u8 {
    match n {
        0..=9 => 1,
        10..=99 => 2,
        100.. => 3,
    }
}

fn main() {
    println!("{} {}", f(9), f(99));
}
