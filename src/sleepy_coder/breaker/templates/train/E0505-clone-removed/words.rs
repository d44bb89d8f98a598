//~ family: E0505-clone-removed
fn joined(words: Vec<String>) -> String {
    words.join("-")
}

fn longest(words: &[String]) -> Option<&String> {
    words.iter().max_by_key(|word| word.len())
}

fn parts(line: &str) -> Vec<String> {
    line.split(' ').map(String::from).collect()
}

fn main() {
    let words = parts("a slow green turtle");
    let longest = longest(&words);
    let path = joined(words.clone());
    if let Some(word) = longest {
        println!("{path} has {word}");
    }
    let names = parts("ann bob");
    let first = &names[0];
    let all = joined(names.clone());
    println!("{first} starts {all}");
}
