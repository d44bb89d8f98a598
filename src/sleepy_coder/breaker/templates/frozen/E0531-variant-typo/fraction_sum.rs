//~ family: E0531-variant-typo
fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[derive(Debug, PartialEq)]
struct Fraction(u32, u32);

impl Fraction {
    fn add(&self, other: &Fraction) -> Fraction {
        let Fraction(a, b) = self;
        let Fraction(c, d) = other;
        Fraction(a * d + c * b, b * d).reduced()
    }

    fn reduced(self) -> Fraction {
        let Fraction(top, bottom) = self;
        let common = gcd(top, bottom);
        Fraction(top / common, bottom / common)
    }
}

fn main() {
    let sum = Fraction(1, 6).add(&Fraction(3, 4));
    println!("{sum:?}");
}
