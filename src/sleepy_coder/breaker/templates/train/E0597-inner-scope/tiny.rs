//~ family: E0597-inner-scope
fn main() {
    let mut r = &0;
    let x = 7;
    if *r < 5 {
        r = &x;
    }
    println!("{r}");
}
