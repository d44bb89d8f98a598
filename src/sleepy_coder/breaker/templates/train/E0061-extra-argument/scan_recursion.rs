//~ family: E0061-extra-argument
const LIMIT: u32 = 9;

type Step = fn(u32, u32) -> u32;

fn gcd(a: u32, b: u32) -> u32 {
    match b {
        0 => a,
        _ => gcd(b, a % b),
    }
}

fn lcm(a: u32, b: u32) -> u32 {
    a / gcd(a, b) * b
}

fn fold_with(step: Step, numbers: &[u32]) -> Option<u32> {
    let (first, rest) = numbers.split_first()?;
    let mut result = *first;
    for number in rest {
        result = step(result, *number);
    }
    Some(result).filter(|value| !value.is_power_of_two())
}

fn collatz(n: u32, steps: u32) -> u32 {
    if n == 1 || steps > LIMIT {
        return steps;
    }
    collatz(if n % 2 == 0 { n / 2 } else { 3 * n + 1 }, steps + 1)
}

fn main() {
    let numbers = [12, 18, 30];
    println!("{:?} {:?}", fold_with(gcd, &numbers), fold_with(lcm, &numbers[1..]));
    println!("{}", collatz(6, 0));
}
