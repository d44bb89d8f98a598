//~ family: parse-brace
fn main() {
    let f = |n: i32| {
        let m = n * n;
        m + 1
    };
    let s = match f(3) {
        0..=9 => "few",
        _ => {
            println!("{}", f(2));
            "many"
        }
    };
    println!("{s}");
}
