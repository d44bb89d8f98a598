//~ family: E0308-ok-removed
//~ vary i64: i64 | i32 | u32
//~ vary crew: crew | choir | team
#[derive(Debug, Clone, Copy)]
struct Fraction {
    top: i64,
    bottom: i64,
}

fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

impl Fraction {
    fn build(top: i64, bottom: i64) -> Result<Fraction, String> {
        if bottom == 0 {
            return Err(String::from("zero below the line"));
        }
        let shared = divisor(top, bottom).max(1);
        Ok(Fraction { top: top / shared, bottom: bottom / shared })
    }

    fn over(self, other: Fraction) -> Result<Fraction, String> {
        Fraction::build(self.top * other.bottom, self.bottom * other.top)
    }
}

fn share(people: i64) -> Result<i64, String> {
    let whole = Fraction::build(60, 8)?;
    let part = whole.over(Fraction { top: people, bottom: 1 })?;
    Ok(part.top / part.bottom)
}

fn main() {
    println!("{:?}", Fraction::build(18, 24));
    for people in [0, 3] {
        let told = share(people).map_or_else(|problem| problem, |each| format!("{each} each"));
        println!("crew of {people}: {told}");
    }
}
