//~ family: E0277-bound-removed
use std::thread;

fn in_background<T: Send + 'static>(value: T, work: fn(T) -> usize) -> usize {
    thread::spawn(move || work(value)).join().unwrap_or(0)
}

fn both<A, B>(left: A, right: B) -> usize
where
    A: AsRef<str> + Send + 'static,
    B: Into<u64> + Send + 'static,
{
    in_background(left, |text| text.as_ref().len()) + in_background(right, |number| number.into() as usize)
}

fn main() {
    println!("{}", both("signal", 7u32));
    println!("{}", both(String::from("lamp"), 40u8));
}
