//~ family: E0308-reference-removed
//~ vary i64: i64 | i32 | u32
//~ vary rabbits: rabbits | lilies | spores
const WRAP: i64 = 997;

type Pair = (i64, i64, i64);

/// Product of two symmetric 2x2 matrices, kept as three cells.
fn multiply(left: &Pair, right: &Pair) -> Pair {
    let (a, b, c) = *left;
    let (d, e, f) = *right;
    ((a * d + b * e) % WRAP, (a * e + b * f) % WRAP, (b * e + c * f) % WRAP)
}

fn power(base: &Pair, exponent: usize) -> Pair {
    match exponent {
        0 => (1, 0, 1),
        odd if odd & 1 == 1 => {
            let rest = power(base, odd - 1);
            multiply(base, &rest)
        }
        even => {
            let half = power(base, even >> 1);
            multiply(&half, &half)
        }
    }
}

fn main() {
    let growth: Pair = (1, 1, 0);
    for (month, label) in ["seed", "sprout", "crowd"].iter().enumerate() {
        let (_, adults, young) = power(&growth, month * 5);
        println!("{label:<8}{adults:>5} rabbits and {young} young");
    }
}
