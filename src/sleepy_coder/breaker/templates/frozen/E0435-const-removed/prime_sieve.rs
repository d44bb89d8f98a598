//~ family: E0435-const-removed
fn primes() -> Vec<usize> {
    const LIMIT: usize = 40;
    let mut composite = [false; LIMIT];
    let mut found = Vec::new();
    for number in 2..composite.len() {
        if composite[number] {
            continue;
        }
        found.push(number);
        for multiple in (number * number..composite.len()).step_by(number) {
            composite[multiple] = true;
        }
    }
    found
}

fn main() {
    let primes = primes();
    println!("{} {:?}", primes.len(), primes.last());
}
