//~ family: E0277-bound-removed
use std::error::Error;
use std::fmt::Debug;
use std::str::FromStr;

fn all<T>(line: &str) -> Result<Vec<T>, String>
where
    T: FromStr,
    T::Err: Debug,
{
    line.split_whitespace().map(|word| word.parse().map_err(|error| format!("{word}: {error:?}"))).collect()
}

fn boxed<E: Error + 'static>(error: E) -> Box<dyn Error> {
    Box::new(error)
}

fn first<T: Default + Debug>(items: Vec<T>) -> String {
    format!("{:?}", items.into_iter().next().unwrap_or_default())
}

fn main() {
    println!("{:?}", all::<u8>("3 40 255").map(first));
    println!("{:?}", all::<bool>("true maybe"));
    let error = boxed("x".parse::<i32>().unwrap_err());
    println!("{error}");
}
