fn run() -> Vec<Box<dyn Fn() -> usize>> {
    let mut words = vec![String::from("a")];
    let first = &words[0];
    words.push(String::new());
    let length = first.len();
    let moved = words;
    println!("{}", words.len());
    let shared = &moved;
    shared.push(String::new());
    vec![Box::new(|| length)]
}

fn main() {
    let n;
    println!("{} {}", run().len(), n);
    match Some(1) {
        Some(2) => {}
    }
}
