//~ family: E0277-map-err-removed
#[derive(Debug, PartialEq)]
enum Step {
    Parse(String),
    Range(std::num::TryFromIntError),
}

fn number(text: &str) -> Result<i64, Step> {
    text.parse().map_err(|_| Step::Parse(text.to_string()))
}

fn byte(text: &str) -> Result<u8, Step> {
    let wide = number(text)?;
    let narrow = u8::try_from(wide).map_err(Step::Range)?;
    Ok(narrow)
}

fn sum(texts: &[&str]) -> Result<u8, Step> {
    let mut sum = 0u8;
    for text in texts {
        sum = sum.saturating_add(byte(text)?);
    }
    Ok(sum)
}

fn main() {
    println!("{:?}", sum(&["40", "2"]));
    println!("{:?} {:?}", sum(&["300"]), sum(&["4", "four"]));
}
