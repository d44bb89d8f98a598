//~ family: parse-quote
fn f(n: u8) -> &'static str {
    if n > 4 {
        "a"
    } else {
        "b"
    }
}

fn main() {
    println!("{}", f(3));
    let s = f(8).to_string() + "!";
    print!("{s}");
}
