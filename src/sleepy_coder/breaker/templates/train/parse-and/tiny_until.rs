//~ family: parse-and
fn main() {
    let (mut a, mut b) = (1, 40);
    while a < b && b % a != 3 || a == 2 {
        a += 1;
        b -= 2;
    }
    let odd = |n: i32| n % 2 == 1 && n > 0;
    println!("{a} {b} {}", odd(a) || odd(b));
}
