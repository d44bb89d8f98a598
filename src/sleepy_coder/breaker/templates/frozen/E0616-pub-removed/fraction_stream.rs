//~ family: E0616-pub-removed
//~ vary i32: i32 | i64
mod ratio {
    #[derive(Clone, Copy)]
    pub struct Ratio {
        pub top: i32,
        pub bottom: i32,
    }

    fn gcd(a: i32, b: i32) -> i32 {
        if b == 0 { a } else { gcd(b, a % b) }
    }

    pub fn reduced(top: i32, bottom: i32) -> Option<Ratio> {
        let divisor = gcd(top, bottom);
        (divisor != 0).then(|| Ratio { top: top / divisor, bottom: bottom / divisor })
    }
}

fn main() {
    let pairs = vec![(12, 18), (35, 14), (0, 0), (81, 54)];
    let mut largest = 0;
    for ratio in pairs.iter().filter_map(|(top, bottom)| ratio::reduced(*top, *bottom)) {
        let numerator = ratio.top;
        if ratio.bottom > largest {
            largest = numerator;
        }
        println!("numerator {numerator}, running {largest}");
    }
    println!("{} pairs were given", pairs.len());
}
