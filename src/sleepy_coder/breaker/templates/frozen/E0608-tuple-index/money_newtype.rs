//~ family: E0608-tuple-index
//~ vary i64: i64 | i32
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Cents(i64);

impl std::ops::Sub for Cents {
    type Output = Cents;

    fn sub(self, other: Cents) -> Cents {
        Cents(self.0 - other.0)
    }
}

impl std::fmt::Display for Cents {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let whole = self.0 / 100;
        write!(out, "{}.{:02}", whole, self.0 % 100)
    }
}

fn main() {
    let change = Cents(2000) - Cents(1275);
    println!("{change} {}", change > Cents(700));
}
