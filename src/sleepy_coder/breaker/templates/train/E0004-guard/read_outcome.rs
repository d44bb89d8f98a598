//~ family: E0004-guard
fn check(text: &str) -> Result<u32, String> {
    match text.parse::<u32>() {
        Ok(number) if number > 500 => Err(format!("{number} is too much")),
        Ok(number) => Ok(number * 2),
        Err(_) if text.is_empty() => Ok(0),
        Err(problem) => Err(problem.to_string()),
    }
}

fn main() {
    for text in ["12", "800", "", "x1"] {
        println!("{:?}", check(text));
    }
}
