//~ family: E0382-closure-moved
use std::thread;

fn longest(lines: &[String]) -> usize {
    lines.iter().map(|line| line.len()).max().unwrap_or(0)
}

fn main() {
    let left = vec![String::from("north"), String::from("northeast")];
    let right = vec![String::from("sea"), String::from("shore")];
    let (first, second) = thread::scope(|scope| {
        let a = scope.spawn(|| longest(&left));
        let b = scope.spawn(|| longest(&right));
        (a.join().unwrap(), b.join().unwrap())
    });
    println!("{first} {second}");
    println!("{} and {}", left.join(" "), right.join(" "));
}
