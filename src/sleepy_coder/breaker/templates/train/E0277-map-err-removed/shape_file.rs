//~ family: E0277-map-err-removed
//~ vary f64: f64 | f32
#[derive(Debug)]
struct Wrapped(String);

impl Wrapped {
    fn from_parse(problem: std::num::ParseFloatError) -> Wrapped {
        Wrapped(format!("not a number: {problem}"))
    }
}

fn area(text: &str) -> Result<f64, Wrapped> {
    let mut product = 1.0;
    for side in text.split('x') {
        let side = side.trim().parse::<f64>().map_err(Wrapped::from_parse)?;
        product *= side;
    }
    Ok(product)
}

fn larger(one: &str, other: &str) -> Result<f64, String> {
    let one = area(one).map_err(|Wrapped(text)| text)?;
    let other = area(other).map_err(|problem| problem.0)?;
    Ok(one.max(other))
}

fn main() {
    println!("{:?}", area("2.5 x 4"));
    println!("{:?}", area("2.5 x wide"));
    println!("{:?}", larger("3x3", "2x4"));
}
