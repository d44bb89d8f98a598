fn longest(a: &str, b: &str) -> &str {
    if a.len() > b.len() { a } else { b }
}

fn run() -> Vec<Box<dyn Fn() -> usize>> {
    let words = vec![String::from("a")];
    let first = &words[0];
    drop(words);
    let length = first.len();
    vec![Box::new(|| length)]
}

fn main() {
    println!("{} {}", longest("a", "b"), run().len());
}
