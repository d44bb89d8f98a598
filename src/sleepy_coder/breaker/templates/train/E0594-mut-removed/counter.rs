//~ family: E0594-mut-removed
fn count_where(values: &[u32], test: impl Fn(u32) -> bool) -> (usize, u32) {
    let mut hits = 0;
    let mut highest = 0;
    values.iter().for_each(|value| {
        if test(*value) {
            hits += 1;
            highest = highest.max(*value);
        }
    });
    (hits, highest)
}

fn main() {
    println!("{:?}", count_where(&[4, 15, 22, 9], |value| value > 8));
    let mut calls = 0;
    let mut next = || {
        calls += 1;
        calls * 10
    };
    println!("{} {}", next(), next());
    println!("{calls} calls");
}
