//~ family: parse-brace
fn main() {
    let v = [4, 9, 12];
    let mut n = 0;
    for x in v {
        if x > 5 {
            n += 1;
        }
    }
    println!("{n}");
}
