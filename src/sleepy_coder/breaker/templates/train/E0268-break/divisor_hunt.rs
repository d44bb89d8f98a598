//~ family: E0268-break
fn smallest_divisor(number: u32) -> u32 {
    if number < 4 {
        return number;
    }
    for candidate in 2..number {
        if number % candidate == 0 {
            return candidate;
        }
    }
    number
}

fn announce(number: u32) {
    if number == 0 {
        println!("nothing to do");
        return;
    }
    println!("{number}: {}", smallest_divisor(number));
}

fn main() {
    for number in [0, 3, 35, 41] {
        announce(number);
    }
}
