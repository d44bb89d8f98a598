//~ family: E0220-typo
fn first<I: Iterator<Item = u8>>(mut it: I) -> u8 {
    it.next().unwrap_or(0)
}
fn second<I: Iterator>(mut it: I) -> Option<I::Item> {
    it.nth(1)
}
fn main() {
    println!("{} {:?}", first(vec![4, 5].into_iter()), second("xyz".chars()));
}
