//~ family: lifetime-bound-removed
fn adder(n: &i32) -> Box<dyn Fn(i32) -> i32 + '_> {
    Box::new(move |x| x + n)
}

fn main() {
    let n = 5;
    println!("{}", adder(&n)(3));
}
