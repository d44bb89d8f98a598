//~ family: E0046-type-removed
struct B(Vec<char>);
impl IntoIterator for B {
    type Item = char;
    type IntoIter = std::vec::IntoIter<char>;
    fn into_iter(self) -> std::vec::IntoIter<char> {
        self.0.into_iter()
    }
}
impl Extend<char> for B {
    fn extend<I: IntoIterator<Item = char>>(&mut self, i: I) {
        self.0.extend(i)
    }
}
fn main() {
    let mut b = B(vec!['x']);
    b.extend("yz".chars());
    println!("{}", b.into_iter().rev().collect::<String>());
}
