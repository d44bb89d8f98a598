//~ family: E0276-bound-added
trait Put {
    fn put<T: Into<u64>>(self, t: T) -> Self;
    fn all<I: Iterator<Item = u8>>(i: I) -> Self;
}
impl Put for u64 {
    fn put<T: Into<u64>>(self, t: T) -> u64 {
        self << 8 | t.into()
    }
    fn all<I: Iterator<Item = u8>>(i: I) -> u64 {
        i.fold(0, Put::put)
    }
}
fn main() {
    println!("{:x} {}", 5u64.put(7u8).put('c'), u64::all("ab".bytes()));
}
