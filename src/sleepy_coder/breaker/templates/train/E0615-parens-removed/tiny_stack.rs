//~ family: E0615-parens-removed
struct S(Vec<i32>);

impl S {
    fn top(&self) -> i32 {
        *self.0.last().unwrap()
    }
}

fn main() {
    let s = S(vec![4, 9]);
    println!("{}", s.top() + s.0.len() as i32);
}
