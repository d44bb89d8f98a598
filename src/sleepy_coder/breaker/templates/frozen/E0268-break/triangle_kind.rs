//~ family: E0268-break
//~ vary f64: f64 | f32
fn kind(sides: [f64; 3]) -> &'static str {
    let [a, b, c] = sides;
    let possible = a + b > c && b + c > a && a + c > b;
    if !possible {
        return "none";
    }
    if a == b && b == c {
        return "regular";
    } else if a == b || b == c || a == c {
        return "isosceles";
    }
    "scalene"
}

fn main() {
    println!("{}", kind([3.0, 4.0, 5.0]));
    println!("{}", kind([2.0, 2.0, 3.5]));
    println!("{}", kind([1.0, 1.0, 4.0]));
}
