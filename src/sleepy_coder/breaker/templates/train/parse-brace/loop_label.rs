//~ family: parse-brace
struct P {
    n: u8,
}
impl P {
    fn go(&self) -> u8 {
        'a: loop {
            for k in 1.. {
                if k * k > self.n {
                    break 'a k;
                }
            }
        }
    }
}
fn main() {
    println!("{}", P { n: 30 }.go());
}
