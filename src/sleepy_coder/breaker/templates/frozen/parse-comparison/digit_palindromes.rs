//~ family: parse-comparison
fn reversed(mut number: u64) -> u64 {
    let mut turned = 0;
    while number != 0 {
        turned = turned * 10 + number % 10;
        number /= 10;
    }
    turned
}

fn steps(mut number: u64) -> usize {
    let mut count = 0;
    while reversed(number) != number {
        number += reversed(number);
        count += 1;
    }
    count
}

fn main() {
    for number in [121, 87, 59] {
        let already = reversed(number) == number;
        println!("{number}: {already} {}", steps(number));
    }
}
