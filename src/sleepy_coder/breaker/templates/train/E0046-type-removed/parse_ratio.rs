//~ family: E0046-type-removed
use std::ops::Neg;
use std::str::FromStr;

#[derive(Debug, PartialEq)]
enum RatioError {
    NoSlash,
    NotANumber,
}

#[derive(Debug)]
struct Ratio(i32, i32);

impl FromStr for Ratio {
    type Err = RatioError;

    fn from_str(text: &str) -> Result<Ratio, RatioError> {
        let (top, bottom) = text.split_once('/').ok_or(RatioError::NoSlash)?;
        let read = |part: &str| part.parse::<i32>().map_err(|_| RatioError::NotANumber);
        Ok(Ratio(read(top)?, read(bottom)?))
    }
}

impl Neg for Ratio {
    type Output = Ratio;

    fn neg(self) -> Ratio {
        Ratio(-self.0, self.1)
    }
}

fn main() {
    println!("{:?}", "3/4".parse::<Ratio>().map(|ratio| -ratio));
    for text in ["34", "3/x"] {
        println!("{:?}", text.parse::<Ratio>().err());
    }
}
