fn main() {
    let (a, b) = (1, 2);
    println!("{} {c} {", a);
    println!("{:d} {}", a, b, a);
    let s = format!("{}", );
}
