//~ family: lifetime-elided
struct M {
    n: usize,
}
impl M {
    fn long<'s>(&mut self, s: &'s str) -> &'s str {
        self.n = self.n.max(s.len());
        s.trim()
    }
    fn one<'s>(&self, s: &'s [String]) -> Option<&'s String> {
        s.iter().find(|t| t.len() == self.n)
    }
}
fn main() {
    let mut m = M { n: 0 };
    println!("{}", m.long("ab "));
    println!("{:?}", m.one(&["xyz".to_string()]));
}
