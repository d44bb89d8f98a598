//~ family: E0382-loop-moved
use std::fmt::Display;

fn numbered<T: Display>(items: Vec<T>) -> Vec<T> {
    let mut place = 0;
    for item in items.iter() {
        place += 1;
        println!("{place}. {item}");
    }
    items
}

fn split<T, F>(items: Vec<T>, wanted: F) -> (usize, usize)
where
    T: AsRef<str>,
    F: Fn(&str) -> bool,
{
    let mut kept = 0;
    for item in &items {
        if wanted(item.as_ref()) {
            kept += 1;
        }
    }
    (items.len() - kept, kept)
}

fn main() {
    let measure = |words: Vec<String>| {
        let mut longest = 0;
        for word in &words {
            if word.len() > longest {
                longest = word.len();
            }
        }
        format!("{longest} in {}", words.join(" "))
    };
    let words: Vec<String> = "an oak in every field".split(' ').map(str::to_owned).collect();
    println!("{}", measure(words.clone()));
    let lengths = words.iter().map(|word| word.len() * 2).collect::<Vec<_>>();
    println!("{:?} {}", split(numbered(words), |word| word.len() > 2), lengths.len());
}
