//~ family: E0505-use-removed
//~ edition: 2024
use std::fmt::Display;

fn shout<T: Display>(item: &T) -> impl Display + use<T> {
    item.to_string().to_uppercase()
}

fn windows<T>(items: &[T], size: usize) -> impl Iterator<Item = Vec<T>> + use<T>
where
    T: Clone,
{
    let chunks: Vec<Vec<T>> = items.chunks(size).map(<[T]>::to_vec).collect();
    chunks.into_iter().filter(move |chunk| chunk.len() == size)
}

fn matcher(words: &Vec<String>) -> impl Fn(&str) -> bool + use<> {
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    move |word| word.len() <= longest
}

fn consume<T>(items: T) -> usize {
    std::mem::size_of_val(&items)
}

fn main() {
    let title = String::from("annual report");
    let loud = shout(&title);
    consume(title);
    println!("{loud}");

    let numbers = vec![1, 2, 3, 4, 5];
    let pairs = windows(&numbers, 2);
    let sum: i32 = numbers.into_iter().sum();
    println!("{sum} {}", pairs.count());

    let words = vec![String::from("kiwi")];
    let fits = matcher(&words);
    consume(words);
    println!("{}", fits("plum"));
}
